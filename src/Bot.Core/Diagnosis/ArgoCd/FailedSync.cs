using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// Why the last sync of an Application failed, or why none can even be tried. The operation's message, the messages of the resources
/// that failed and the conditions are read; the most fundamental cause among them counts. It depends on the Application alone and is kept beside it.
/// </summary>
internal sealed class FailedSync
{
    /// <summary>What a rule of its own tells, most fundamental first. The other patterns belong to rules about comparisons, waits and hooks.</summary>
    public static readonly ImmutableArray<MessagePattern> Causes =
    [
        MessagePattern.ProjectMissing, MessagePattern.ProjectDenied, MessagePattern.DestinationInvalid, MessagePattern.NamespaceTerminating, MessagePattern.WebhookUnreachable,
        MessagePattern.AdmissionDenied, MessagePattern.QuotaExceeded, MessagePattern.NamespaceMissing, MessagePattern.CrdMissing, MessagePattern.ImmutableField,
        MessagePattern.AnnotationTooLong, MessagePattern.RbacForbidden, MessagePattern.InvalidManifest,
    ];

    private static readonly string[] OfCluster = ["Failed to load live state", "failed to get cluster info for", "failed to get cluster version for", "failed to load initial state of resource"];

    private static readonly ConditionalWeakTable<Application, FailedSync?> Read = [];

    private FailedSync(Application app, MessagePattern pattern, FailureText told)
    {
        App = app;
        Pattern = pattern;
        Told = told;
    }

    public Application App { get; }

    /// <summary>One of <see cref="Causes"/>, else <see cref="MessagePattern.Unclassified"/>.</summary>
    public MessagePattern Pattern { get; }

    /// <summary>The text that decided.</summary>
    public FailureText Told { get; }

    public DateTimeOffset? Since { get; private init; }

    /// <summary>Told by a condition that holds now: no sync can be tried at all.</summary>
    public bool IsStanding { get; private init; }

    /// <summary>Between two attempts of an operation that still runs.</summary>
    public bool IsRetrying { get; private init; }

    /// <summary>The resource at fault: the one whose message decided, else the first that failed.</summary>
    public SyncedResource? Entry => Told.Entry ?? Failing(App).FirstOrDefault();

    public ObjectRef? Object => Entry is { } entry ? ManagedKinds.RefOf(entry.Group, entry.Kind, entry.Namespace, entry.Name) : null;

    /// <summary>Auto-sync has given this revision up and would sync otherwise.</summary>
    public bool IsGivenUp =>
        App is { IsAutomated: true, SyncStatus: "OutOfSync" } && App.ConditionOf("SyncError") is { } condition && IsRefusal(condition);

    /// <summary>Ended on request, not by a fault.</summary>
    public bool IsTerminated =>
        App.OperationState is { } state && state.Message.StartsWith("Operation terminated", StringComparison.Ordinal) && !state.Message.Contains("timeout", StringComparison.Ordinal);

    public static bool IsCause(MessagePattern pattern) => Causes.Contains(pattern);

    public static FailedSync? Of(Application app) =>
        app is { IsBeingDeleted: false, IsFrozen: false }
        && (app.Conditions.Length > 0 || app.OperationState is { Phase: "Failed" or "Error" } or { Phase: "Running", FinishedAt: not null })
            ? Read.GetValue(app, static found => Standing(found) ?? Failed(found))
            : null;

    private static FailedSync? Standing(Application app) =>
        First(app.Conditions.Where(condition => condition.Type is "InvalidSpecError" || (condition.Type == "ComparisonError" && !IsOfTheCluster(condition.Message))).Select(TextOf)) is { } told
            ? new FailedSync(app, told.Pattern, told) { IsStanding = true, Since = told.At }
            : null;

    private static FailedSync? Failed(Application app)
    {
        var state = app.OperationState;
        var refusal = app.ConditionOf("SyncError") is { } condition && MessageClassifier.Classify(condition.Message) != MessagePattern.WipeGuard ? TextOf(condition) : null;
        if (state is { Phase: "Running", FinishedAt: not null })
        {
            return Of(app, [OwnText(state), .. Entries(app, state)], state.FinishedAt, isRetrying: true);
        }

        if (app.Operation is not null || state is { Phase: "Running" or "Terminating" })
        {
            return null;
        }

        return state is { Phase: "Failed" or "Error" }
                ? IsMended(app, state) || IsToldByCondition(app, state) ? null : Of(app, [OwnText(state), .. Entries(app, state), .. refusal is null ? [] : new[] { refusal }], state.FinishedAt ?? state.StartedAt)
            : refusal is not null && (state is null || refusal.At > state.FinishedAt) ? Of(app, [refusal], refusal.At)
            : null;
    }

    private static FailedSync Of(Application app, ImmutableArray<FailureText> texts, DateTimeOffset? since, bool isRetrying = false) =>
        First(texts) is { } told
            ? new FailedSync(app, told.Pattern, told) { Since = since, IsRetrying = isRetrying }
            : new FailedSync(app, MessagePattern.Unclassified, texts[0]) { Since = since, IsRetrying = isRetrying };

    private static FailureText? First(IEnumerable<FailureText> texts) => texts.Where(text => IsCause(text.Pattern)).MinBy(text => Causes.IndexOf(text.Pattern));

    // A commit after the failed one brought Git and the cluster together: there was nothing left to sync, so the record of the failure stays for ever.
    private static bool IsMended(Application app, OperationState state) =>
        app is { SyncStatus: "Synced", SyncRevision.Length: > 0 } && state.SyncResult is { Revision.Length: > 0 } result && result.Revision != app.SyncRevision;

    // What holds now is told by the rules about conditions; the failed operation only repeats it.
    private static bool IsToldByCondition(Application app, OperationState state) =>
        MessageClassifier.Underlying(state.Message) is var pattern
        && ((((pattern != MessagePattern.Unclassified && !IsCause(pattern)) || IsOfTheCluster(state.Message)) && app.Conditions.Any(condition => condition.Type is "InvalidSpecError" or "ComparisonError" or "UnknownError"))
            || (state.Message.StartsWith("Shared resource found", StringComparison.Ordinal) && app.ConditionOf("SharedResourceWarning") is not null));

    private static bool IsRefusal(ApplicationCondition condition) => MessageClassifier.Classify(condition.Message) == MessagePattern.NoRetrySameSha
        || condition.Message.StartsWith("Failed last sync attempt to", StringComparison.Ordinal) || condition.Message.StartsWith("Failed sync attempt to", StringComparison.Ordinal);

    // What the cluster cannot list breaks the comparison of every Application there: a refused right or an unknown kind in such a text is not this one's.
    private static bool IsOfTheCluster(string text) => Array.Exists(OfCluster, fragment => text.Contains(fragment, StringComparison.Ordinal));

    private static FailureText TextOf(ApplicationCondition condition) => new($"status.conditions[{condition.Type}].message", condition.Message, condition.LastTransitionAt);

    private static FailureText OwnText(OperationState state) => new("status.operationState.message", state.Message, state.FinishedAt ?? state.StartedAt);

    private static IEnumerable<FailureText> Entries(Application app, OperationState state) =>
        Failing(app).Select(entry => new FailureText("status.operationState.syncResult.resources[].message", entry.Message, state.FinishedAt ?? state.StartedAt, entry));

    private static IEnumerable<SyncedResource> Failing(Application app) =>
        (app.OperationState?.SyncResult?.Resources ?? []).Where(entry => entry.Status == "SyncFailed" || entry.HookPhase is "Failed" or "Error" || entry is { Status: "", HookPhase: "", Message.Length: > 0 });
}
