using System.CommandLine;
using Bot.CommandLine.Commands;
using Bot.Configuration;
using Bot.Core.Commands;
using Bot.Core.Texts;

namespace Bot.CommandLine;

/// <summary>The program's command line. Anything wrong with it is 64, a fault of ours 70 with a correlation id, Ctrl-C 130; never a stack trace.</summary>
public sealed class BotCommandLine(Terminal terminal, TimeProvider clock, BotConfiguration reader, CorrelationIds correlations)
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
            var localizer = new Invocation(parsed, globals, terminal, clock, reader).Localizer;
            terminal.Note(localizer, new TextKey("cli.bug").With("id", correlation).With("fault", $"{fault.GetType().Name}: {fault.Message}"));
            if (Environment.GetEnvironmentVariable("BOT_TRACE") is { Length: > 0 })
            {
                await terminal.Error.WriteLineAsync(fault.ToString());
            }

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

    private RootCommand Build()
    {
        var root = new RootCommand(
            """
            Watches Kubernetes clusters run by Argo CD, says what is wrong and what to do, and mends it after approval.

            Examples:
              bot                                    the console; with nothing configured the demo
              bot status --context prod-eks          the whole diagnosis of a cluster, no configuration needed
              bot status prod --output json          one environment, for machines
              bot diagnose wealist-apps-prod         cause, evidence and fix for one application
              bot diagnose --from dump.yaml          the same from files instead of a cluster
            """);
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
            new ActingCommand(Invoke, "unstick", "Asks the running bot for a plan that frees a stuck application.", "APP", "application", takesReason: true),
            new ActingCommand(Invoke, "refresh", "Asks the running bot to have Argo CD compare with Git again.", "APP", "application", takesHard: true),
            new ActingCommand(Invoke, "approve", "Approves a request of somebody else.", "REQUEST", "id of the request, or its first letters"),
            new ActingCommand(Invoke, "deny", "Denies a request.", "REQUEST", "id of the request, or its first letters", takesReason: true),
            new ActingCommand(Invoke, "cancel", "Takes a request of your own back.", "REQUEST", "id of the request, or its first letters"),
            new AuditCommand(Invoke),
            new DoctorCommand(Invoke),
            new RulesCommand(Invoke),
            new ExplainCommand(Invoke),
        })
        {
            root.Subcommands.Add(command.Build());
        }

        root.SetAction(serve.RunAsync);
        return root;
    }

    private Invocation Invoke(ParseResult parsed) => new(parsed, globals, terminal, clock, reader);
}
