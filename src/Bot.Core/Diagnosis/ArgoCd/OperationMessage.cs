using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// <c>status.operationState.message</c> taken apart. The named object is <c>group/kind/name</c> (the core group is empty: <c>/Service/x</c>);
/// a namespace is never given, and only the first of several objects is named.
/// </summary>
public sealed partial record OperationMessage
{
    private static readonly (string Start, OperationMessageKind Kind)[] Starts =
    [
        ("one or more tasks are running", OperationMessageKind.None),
        ("Sync operation blocked by sync window", OperationMessageKind.BlockedByWindow),
        ("operation is terminating", OperationMessageKind.Terminating),
        ("Operation terminated", OperationMessageKind.Terminated),
        ("Operation termination had errors", OperationMessageKind.Terminated),
        ("one or more objects failed to apply", OperationMessageKind.ApplyFailed),
        ("the namespace failed to apply", OperationMessageKind.ApplyFailed),
        ("one or more synchronization tasks completed unsuccessfully", OperationMessageKind.TasksFailed),
        ("one or more synchronization tasks are not valid", OperationMessageKind.TasksInvalid),
        ("ComparisonError: ", OperationMessageKind.CouldNotStart),
        ("InvalidSpecError: ", OperationMessageKind.CouldNotStart),
        ("Failed to get destination cluster: ", OperationMessageKind.CouldNotStart),
        ("Failed to load application project: ", OperationMessageKind.CouldNotStart),
        ("failed to derive service account to impersonate: ", OperationMessageKind.CouldNotStart),
        ("successfully synced", OperationMessageKind.Succeeded),
    ];

    public OperationMessageKind Kind { get; private init; }

    /// <summary>API group of the named object; empty for the core group.</summary>
    public string Group { get; private init; } = "";

    public string ObjectKind { get; private init; } = "";

    public string ObjectName { get; private init; } = "";

    /// <summary>How many further objects the operation waits for without naming them.</summary>
    public int More { get; private init; }

    /// <summary>True when the named object is a hook.</summary>
    public bool IsHook { get; private init; }

    /// <summary>The attempt that is announced or running, 0 when the text speaks of none.</summary>
    public int Attempt { get; private init; }

    /// <summary>The message without the words about retries.</summary>
    public string Text { get; private init; } = "";

    public bool NamesObject => ObjectName.Length > 0;

    /// <summary>The named object as the message writes it, or empty.</summary>
    public string Named => NamesObject ? $"{Group}/{ObjectKind}/{ObjectName}" : "";

    public static OperationMessage Parse(string message)
    {
        var line = message.Split('\n', 2)[0].Trim();
        var retry = RetrySuffix().Match(line);
        var resumed = RetryPrefix().Match(line);
        var attempt = retry.Success ? retry : resumed;
        var text = Notes().Replace(RetrySuffix().Replace(RetryPrefix().Replace(line, ""), ""), "").Trim();
        var result = new OperationMessage
        {
            Text = text,
            Attempt = attempt.Success && int.TryParse(attempt.Groups["attempt"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
        };

        var waiting = Waiting().Match(text);
        return waiting.Success
            ? result with
            {
                Kind = KindOf(waiting.Groups["what"].Value),
                Group = waiting.Groups["group"].Value,
                ObjectKind = waiting.Groups["kind"].Value,
                ObjectName = waiting.Groups["name"].Value,
                More = int.TryParse(waiting.Groups["more"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 0,
                IsHook = waiting.Groups["what"].Value.EndsWith("hook", StringComparison.Ordinal),
            }
            : result with { Kind = Ending(text) };
    }

    private static OperationMessageKind KindOf(string what) => what switch
    {
        "healthy state of" => OperationMessageKind.WaitingForHealth,
        "completion of hook" => OperationMessageKind.WaitingForHook,
        "pruning confirmation of" => OperationMessageKind.WaitingForPruneConfirmation,
        _ => OperationMessageKind.WaitingForDeletion,
    };

    private static OperationMessageKind Ending(string text) =>
        text.Length == 0 ? OperationMessageKind.None
        : Array.Find(Starts, start => text.StartsWith(start.Start, StringComparison.Ordinal)) is { Start: not null } found ? found.Kind
        : OperationMessageKind.Other;

    [GeneratedRegex(@"^waiting for (?<what>healthy state of|completion of hook|deletion of hook|deletion of|pruning confirmation of) (?<group>[^/\s]*)/(?<kind>[^/\s]+)/(?<name>\S+?)( and (?<more>\d+) more (resources|hooks))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\.? Retrying attempt #(?<attempt>\d+) at .*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RetrySuffix();

    [GeneratedRegex(@"^Retrying operation( with latest revisions)?\. Attempt #(?<attempt>\d+)\.?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RetryPrefix();

    [GeneratedRegex(@"(, triggered by controller sync timeout| \(retried \d+ times\)\.?)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notes();
}
