using System.CommandLine;
using Bot.CommandLine.Commands;
using Bot.Configuration;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.CommandLine;

/// <summary>The program's command line. Anything wrong with it is 64, a fault of ours 70 with a correlation id, Ctrl-C 130; never a stack trace.</summary>
public sealed partial class BotCommandLine(Terminal terminal, TimeProvider clock, BotConfiguration reader, CorrelationIds correlations, Func<ILoggerFactory> logs, params IEnumerable<ITerminalCommand> more)
{
    private readonly GlobalOptions globals = new();

    public async Task<int> RunAsync(string[] arguments)
    {
        var root = Build();
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(fault.Message);
            }

            await terminal.Error.WriteLineAsync($"bot {string.Join(' ', Path(parsed)).Trim()} --help".Replace("  ", " "));
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
        try
        {
            CommandTexts.Apply(root, parsed.CommandResult.Command, Invoke(parsed).Localizer);
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // the outermost edge: a fault of ours, told with a correlation id
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var correlation = correlations.Next();
            using (var log = logs())
            {
                Log.CommandFailed(log.CreateLogger<BotCommandLine>(), fault, parsed.CommandResult.Command.Name, correlation);
            }

            terminal.Note(Invoke(parsed).Localizer, new TextKey("cli.bug").With("id", correlation));
            return ExitCode.Bug;
        }
    }

    private static IEnumerable<string> Path(ParseResult parsed)
    {
        for (var result = parsed.CommandResult; result.Parent is System.CommandLine.Parsing.CommandResult parent; result = parent)
        {
            yield return result.Command.Name;
        }
    }

    /// <summary>Every command and option that there is.</summary>
    public RootCommand Build()
    {
        var root = new RootCommand();
        foreach (var option in globals.All)
        {
            root.Options.Add(option);
        }

        var serve = new ServeCommand(Invoke);
        foreach (var command in new ITerminalCommand[]
        {
            serve,
            new StatusCommand(Invoke),
            new DiagnoseCommand(Invoke),
            new ApprovalsCommand(Invoke),
            new ActingCommand(Invoke, "unstick", "APP", takesReason: true),
            new ActingCommand(Invoke, "sync", "APP", takesReason: true),
            new ActingCommand(Invoke, "refresh", "APP", takesHard: true),
            new ActingCommand(Invoke, "approve", "REQUEST"),
            new ActingCommand(Invoke, "deny", "REQUEST", takesReason: true),
            new ActingCommand(Invoke, "cancel", "REQUEST"),
            new AuditCommand(Invoke),
            new DoctorCommand(Invoke),
            new RulesCommand(Invoke),
            new ExplainCommand(Invoke),
        }.Concat(more))
        {
            root.Subcommands.Add(command.Build());
        }

        root.SetAction(serve.RunAsync);
        return root;
    }

    private Invocation Invoke(ParseResult parsed) => new(parsed, globals, terminal, clock, reader);

    private static partial class Log
    {
        [LoggerMessage(1030, LogLevel.Error, "Command {Command} failed; correlation {Correlation}.")]
        public static partial void CommandFailed(ILogger logger, Exception fault, string command, string correlation);
    }
}
