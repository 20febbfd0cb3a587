using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// A rule about a sync that failed or cannot be tried. Exactly one of them speaks for an Application, because each stands for other patterns,
/// and none where a rule about operations does. An operation that still retries is told by <c>argocd.retry-loop</c>.
/// </summary>
internal abstract class FailedSyncRule(string id, SeverityRange severities, params ReadOnlySpan<string> reads) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, severities, ["Application", .. reads]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        List<FailedSync>? own = null;
        foreach (var application in snapshot.All<Application>())
        {
            if (FailedSync.Of(application) is { IsRetrying: false } failed && Matches(failed) && IsDue(failed, snapshot, context) && !IsToldByOperation(failed, snapshot, context))
            {
                (own ??= []).Add(failed);
            }
        }

        return own is null ? [] : own.GroupBy(GroupOf).Select(group => DescribeAll([.. group.OrderBy(failed => failed.App.Ref.ToString(), StringComparer.Ordinal)], snapshot, context));
    }

    protected abstract bool Matches(FailedSync failed);

    protected abstract Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context);

    /// <summary>A failed operation is final. A condition may be gone at the next comparison.</summary>
    protected virtual bool IsDue(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context) =>
        !failed.IsStanding || failed.Since is null || context.IsOlder(failed.Since, context.Thresholds.ArgoCd.Unknown);

    /// <summary>Applications of one group are told once.</summary>
    protected virtual string GroupOf(FailedSync failed) => failed.App.Ref.ToString();

    /// <summary>What all of them say: the subject, since when, the object at fault, the texts and the objects named as the cause.</summary>
    protected Finding Start(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context, Severity severity, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        var all = ImmutableDictionary.CreateBuilder<string, object>();
        all["object"] = ObjectText(failed);
        all["revision"] = RevisionText(failed);
        foreach (var (name, value) in facts)
        {
            all[name] = value;
        }

        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = severity,
            Subject = failed.App.Ref,
            Facts = all.ToImmutable(),
            Since = failed.Since,
            BlocksDelivery = true,
            Evidence = [.. Texts(failed)],
            PointsTo = FailureCause.Of(failed, snapshot, context),
        };
    }

    protected static string SyncCommand(Application app, DiagnosisContext context) =>
        $"argocd app sync {(app.Namespace == context.ArgoCdNamespace ? app.Name : $"{app.Namespace}/{app.Name}")}";

    /// <summary>Shows the object at fault, or what Argo CD says when no object is known.</summary>
    protected static string LookCommand(FailedSync failed) => failed.Entry is { } entry
        ? $"kubectl {(entry.Namespace.Length > 0 ? $"-n {entry.Namespace} " : "")}get {entry.Kind.ToLowerInvariant()}{(entry.Group.Length > 0 ? "." + entry.Group : "")} {entry.Name} -o yaml"
        : OperationCommands.ShowState(failed.App);

    private static object ObjectText(FailedSync failed) =>
        failed.Object is { } found ? $"{(failed.Entry!.Kind == "CustomResourceDefinition" ? "CRD" : failed.Entry.Kind)}/{found.Name}"
        : FailureWords.Object(failed.Told.Text) is { Length: > 0 } written ? written
        : new TextKey("operation.object-unnamed");

    private static object RevisionText(FailedSync failed) =>
        (failed.App.OperationState?.SyncResult?.Revision is { Length: > 0 } synced ? synced : failed.App.SyncRevision) is { Length: > 0 } revision
            ? OperationCase.Short(revision)
            : new TextKey("operation.revision-unknown");

    private static IEnumerable<Evidence> Texts(FailedSync failed)
    {
        yield return new Evidence(failed.Told.Entry is null ? failed.App.Ref : failed.Object!.Value, failed.Told.Field, failed.Told.Text) { At = failed.Told.At };
        if (failed.Told.Entry is not null)
        {
            yield return new Evidence(failed.App.Ref, "status.operationState.message", failed.App.OperationState!.Message) { At = failed.Told.At };
        }
        else if (!failed.IsStanding && failed.Entry is { } entry && failed.Object is { } found)
        {
            yield return new Evidence(found, "status.operationState.syncResult.resources[].message", entry.Message);
        }
    }

    private static bool IsToldByOperation(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context) =>
        !failed.IsStanding && OperationRules.OwnerOf(new OperationCase(failed.App, snapshot, context)) is not null;

    private Finding DescribeAll(ImmutableArray<FailedSync> group, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var finding = Describe(group[0], snapshot, context);
        return finding with
        {
            Since = group.Min(failed => failed.Since),
            Affected = [.. group.Select(failed => failed.App.Ref).Where(reference => reference != finding.Subject)],
            Facts = finding.Facts.SetItem("count", group.Length),
        };
    }
}
