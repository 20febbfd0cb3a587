using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>An Application that cannot be compared, the condition that says so, and why.</summary>
internal sealed record ComparisonFault(Application App, ApplicationCondition Condition, ComparisonCause Cause)
{
    private const string SourceNumber = "for source ";

    public string Message => Condition.Message;

    public DateTimeOffset? Since => Condition.LastTransitionAt ?? App.ReconciledAt;

    public Evidence Evidence => new(App.Ref, $"status.conditions[{Condition.Type}].message", Message) { At = Condition.LastTransitionAt };

    /// <summary>The source that the message speaks of ("for source 2 of 3"), else the first.</summary>
    public ApplicationSource? Source =>
        Message.IndexOf(SourceNumber, StringComparison.Ordinal) is >= 0 and var at
        && at + SourceNumber.Length < Message.Length
        && Message[at + SourceNumber.Length] - '1' is >= 0 and var index
        && index < App.Sources.Length
            ? App.Sources[index]
            : App.Sources.FirstOrDefault();

    public string RepoUrl => Source?.RepoUrl ?? "";

    /// <summary>The last part of the repository's address, as people call it.</summary>
    public string RepoName
    {
        get
        {
            var address = Plain(RepoUrl);
            return address[(address.LastIndexOfAny(['/', ':']) + 1)..];
        }
    }

    public string TargetRevision => Source?.TargetRevision ?? "";

    /// <summary>An address without what may be written or left out: both ways name the same repository.</summary>
    public static string Plain(string url)
    {
        var address = url.TrimEnd('/');
        return address.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? address[..^4] : address;
    }
}
