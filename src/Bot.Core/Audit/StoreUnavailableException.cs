using Bot.Core.Texts;

namespace Bot.Core.Audit;

/// <summary>The store cannot be used. <see cref="Text"/> says why and what to do.</summary>
public sealed class StoreUnavailableException(StoreProblem problem, string place, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreProblem Problem => problem;

    /// <summary>The file or address.</summary>
    public string Place => place;

    public TextKey Text => new TextKey($"audit.store.{Slug(problem)}").With("place", place).With("message", Message);

    private static string Slug(StoreProblem problem) => problem switch
    {
        StoreProblem.Missing => "missing",
        StoreProblem.Locked => "locked",
        StoreProblem.Full => "full",
        StoreProblem.Corrupt => "corrupt",
        StoreProblem.NewerSchema => "newer-schema",
        StoreProblem.OlderSchema => "older-schema",
        StoreProblem.NotPermitted => "not-permitted",
        _ => "failed",
    };
}
