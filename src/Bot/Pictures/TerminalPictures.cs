using Bot.CommandLine;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Pictures;

/// <summary>Where a command of its own process takes its pictures from: files, a named context, the configured clusters, or the demo.</summary>
public static class TerminalPictures
{
    public static async Task<PictureReading> ReadAsync(Invocation invocation, InputChoice choice, CancellationToken cancellationToken)
    {
        var maker = new PictureMaker(new Diagnoser(NullLogger<Diagnoser>.Instance), Invocation.SystemNamespaces(invocation.Configuration.Options));
        if (choice.From.Count > 0)
        {
            return FilePictures.Read(invocation, choice, maker);
        }

        await Task.CompletedTask;
        return PictureReading.Nothing(Answer.Fail(invocation, ExitCode.Usage, new TextKey("cli.no-cluster")));
    }
}
