using System.Globalization;
using Bot.CommandLine;
using Bot.Core.Texts;
using Bot.Kubernetes.Input;

namespace Bot.Pictures;

/// <summary>Reads objects from files and diagnoses them.</summary>
public static class FilePictures
{
    public static PictureReading Read(Invocation invocation, InputChoice choice, PictureMaker maker)
    {
        var now = invocation.Clock.GetUtcNow();
        if (choice.Now is { } moment && !DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out now))
        {
            return PictureReading.Nothing(Answer.Fail(invocation, ExitCode.Usage, new TextKey("cli.bad-moment").With("value", moment)));
        }

        var unknown = "";
        if ((choice.Complete is null ? CompleteKinds.None : CompleteKinds.Parse(choice.Complete, out unknown)) is not { } complete)
        {
            return PictureReading.Nothing(Answer.Fail(invocation, ExitCode.Usage, new TextKey("cli.bad-kind").With("value", unknown)));
        }

        var input = new ManifestReader(complete).Read(choice.From, invocation.Terminal.Input, now);
        var argoCd = invocation.Configuration.Options.Clusters.Values.Select(cluster => cluster.ArgoCdNamespace).FirstOrDefault() ?? "argocd";
        return new PictureReading([maker.Make(input.Snapshot, argoCd, now)], input.Unread);
    }
}
