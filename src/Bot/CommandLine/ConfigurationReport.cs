using Bot.Core.Texts;

namespace Bot.CommandLine;

/// <summary>Says on stderr what is wrong with the configuration: every fault with its path.</summary>
public static class ConfigurationReport
{
    /// <summary>The exit status when it cannot be used; null when it can.</summary>
    public static int? Tell(Invocation invocation)
    {
        var configuration = invocation.Configuration;
        var localizer = invocation.Localizer;
        foreach (var note in configuration.Notes)
        {
            invocation.Terminal.Note(localizer, new TextKey("cli.configuration-note").With("path", note.Path).With("problem", note.Problem));
        }

        if (configuration.Faults.IsEmpty)
        {
            return null;
        }

        invocation.Terminal.Note(localizer, new TextKey("configuration.faults").With("count", configuration.Faults.Length));
        foreach (var fault in configuration.Faults)
        {
            invocation.Terminal.Note(localizer, new TextKey("cli.configuration-fault").With("path", fault.Path).With("problem", fault.Problem));
        }

        return ExitCode.Usage;
    }
}
