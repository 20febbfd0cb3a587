using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>One Application's operation as a rule looks at it: what it waits for, how old it is, what it is pinned to.</summary>
public sealed class OperationCase
{
    private readonly Lazy<OperationMessage> message;
    private readonly Lazy<ImmutableArray<WaitedObject>> waiting;
    private readonly Lazy<ImmutableArray<HookProgress>> hooks;

    public OperationCase(Application app, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        App = app;
        Snapshot = snapshot;
        Context = context;
        message = new(() => OperationMessage.Parse(app.OperationState?.Message ?? ""));
        waiting = new(() => WaitingSet.Of(app, Message));
        hooks = new(() => [.. Waiting.Where(waited => waited.IsHook && Message.Kind == OperationMessageKind.WaitingForHook).Select(hook => HookProgress.Of(hook, this))]);
    }

    public Application App { get; }

    public ClusterSnapshot Snapshot { get; }

    public DiagnosisContext Context { get; }

    public OperationState? State => App.OperationState;

    public string Phase => State?.Phase ?? "";

    public OperationMessage Message => message.Value;

    public ImmutableArray<WaitedObject> Waiting => waiting.Value;

    /// <summary>The object that the message names, when the operation waits for it.</summary>
    public WaitedObject? Named => Waiting.FirstOrDefault(waited => waited.IsNamed);

    /// <summary>The hooks that the operation waits for; the named one first.</summary>
    public ImmutableArray<HookProgress> Hooks => hooks.Value;

    /// <summary>Really at work: requested, Running, and not between two attempts.</summary>
    public bool IsRunning => App.Operation is not null && State is { Phase: "Running", FinishedAt: null };

    public TimeSpan Age => State?.StartedAt is { } started ? Context.Now - started : TimeSpan.Zero;

    /// <summary>The revision that the operation syncs; a new commit does not reach it.</summary>
    public string RunningRevision => Joined(State?.SyncResult?.Revision, State?.SyncResult?.Revisions)
        ?? Joined(State?.Operation?.Revision, State?.Operation?.Revisions)
        ?? Joined(App.Operation?.Revision, App.Operation?.Revisions)
        ?? "";

    /// <summary>The revision that Git had at the last comparison.</summary>
    public string GitRevision => Joined(App.SyncRevision, App.SyncRevisions) ?? "";

    /// <summary>True when Git is known to have moved on while the operation stays where it is.</summary>
    public bool IsBehindGit => RunningRevision.Length > 0 && GitRevision.Length > 0 && RunningRevision != GitRevision;

    /// <summary>True when it deploys into the cluster of this snapshot; of another cluster nothing is known.</summary>
    public bool DeploysHere => App.Destination.IsHere;

    public static string Short(string revisions) => string.Join(',', revisions.Split(',').Select(revision => revision.Length > 7 ? revision[..7] : revision));

    public bool IsOlderThan(TimeSpan age) => Context.IsOlder(State?.StartedAt, age);

    public Presence PresenceOf(ObjectRef reference) => DeploysHere ? Snapshot.PresenceOf(reference) : Presence.Unknown;

    /// <summary>Warning, and critical from thirty minutes on.</summary>
    public Severity SeverityByAge() => IsOlderThan(Context.Thresholds.ArgoCd.OperationCritical) ? Severity.Critical : Severity.Warning;

    private static string? Joined(string? single, ImmutableArray<string>? several) =>
        several is { IsDefaultOrEmpty: false } list ? string.Join(',', list)
        : string.IsNullOrEmpty(single) ? null
        : single;
}
