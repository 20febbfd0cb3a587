using System.Text;
using Bot.CommandLine;
using Bot.Configuration;
using Bot.Core.Commands;
using Bot.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.CommandLine;

/// <summary>The command line, called in this process: what it printed and how it ended.</summary>
internal sealed record CalledProgram(int Exit, string Out, string Error)
{
    public static async Task<CalledProgram> RunAsync(string[] arguments, string input = "", DateTimeOffset? now = null, Func<ILoggerFactory>? logs = null, params IEnumerable<ITerminalCommand> more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var folder = Directory.CreateTempSubdirectory("bot-call-");
        try
        {
            var program = new BotCommandLine(
                new Terminal(output, error, stream, colour: false),
                new ManualClock(now ?? new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero)),
                new BotConfiguration(folder.FullName, folder.FullName, _ => null),
                new CorrelationIds(() => "abcd2345"),
                logs ?? (() => NullLoggerFactory.Instance),
                more);
            var exit = await program.RunAsync([.. arguments, "--data", folder.FullName]);
            return new CalledProgram(exit, output.ToString(), error.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
