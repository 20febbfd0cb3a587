using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// A root Application applies its own manifest in a wave and waits for its own health, which depends on children whose mend
/// cannot come while the operation is pinned to its revision. Critical after 10 minutes.
/// </summary>
public sealed class SelfReferenceDeadlockRule() : OperationRule(
    RuleIds.ArgoCdSelfReferenceDeadlock, Severity.Critical, "Deployment", "StatefulSet", "DaemonSet", "Rollout", "Service", "EndpointSlice", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration")
{
    public override bool Matches(OperationCase operation) =>
        operation.IsRunning && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning) && WaitsForItself(operation);

    protected override Finding Describe(OperationCase operation)
    {
        var app = operation.App;
        var source = app.Sources.FirstOrDefault();
        var children = app.Resources.Where(resource => resource is { Kind: "Application", RequiresPruning: false } && !IsSelf(app, resource))
            .Select(child => new ObjectRef("Application", child.Namespace.Length > 0 ? child.Namespace : app.Namespace, child.Name))
            .ToList();
        var chain = TriggerChain.Under(app, operation.Snapshot);
        return Start(
            operation,
            Severity.Critical,
            ("blocked", children.Count),
            ("children", children.Count(child => operation.Snapshot.PresenceOf(child) != Presence.Absent)),
            ("path", source?.Path is { Length: > 0 } path ? path : source?.Chart ?? ""),
            ("branch", source?.TargetRevision ?? ""),
            ("trigger", Trigger(chain))) with
        {
            Variant = HasLeftItsPath(operation) ? "moved" : "no-fix",
            Evidence = [.. Evidence(operation, chain).Take(5)],
            Action = "clear-operation",
            Command = app.Resources.Any(resource => IsSelf(app, resource))
                ? $"{OperationCommands.GuardPrune(app)} && {OperationCommands.Terminate(app)}"
                : OperationCommands.Terminate(app),
            Affected = [.. children],
            Explains = chain.Objects,
        };
    }

    // Only exact name and namespace count: wealist-apps-prod-db, or the same name elsewhere, is another Application.
    private static bool WaitsForItself(OperationCase operation)
    {
        var message = operation.Message;
        var couldHide = message.Kind == OperationMessageKind.None || (message.Kind == OperationMessageKind.WaitingForHealth && message.More > 0);
        return operation.Waiting.Any(waited => waited.Ref == operation.App.Ref && !waited.IsHook && (waited.IsNamed ? message.Kind == OperationMessageKind.WaitingForHealth : couldHide));
    }

    // The managed resources are those of the revision that Git has now. While the root is still wanted there, ending the operation leads to the same wait again.
    private static bool HasLeftItsPath(OperationCase operation) =>
        operation.IsBehindGit && !operation.App.Resources.Any(resource => !resource.RequiresPruning && IsSelf(operation.App, resource));

    private static bool IsSelf(Application app, ApplicationResource resource) =>
        resource is { Kind: "Application", Group: "argoproj.io" or "" } && resource.Name == app.Name && (resource.Namespace == app.Namespace || resource.Namespace.Length == 0);

    private static TextKey Trigger(TriggerChain chain) =>
        chain.Main is { } workload
            ? new TextKey("operation.trigger").With("workload", workload.Name).With("ready", $"{workload.ReadyReplicas}/{workload.Replicas}").With("child", chain.ChildOf(workload)?.Name ?? "")
        : chain.Children.FirstOrDefault() is { } child ? new TextKey("operation.trigger-child").With("child", child.Name)
        : new TextKey("operation.trigger-unknown");

    private static IEnumerable<Evidence> Evidence(OperationCase operation, TriggerChain chain)
    {
        yield return OperationEvidence.Message(operation);
        foreach (var revision in OperationEvidence.PinnedRevision(operation))
        {
            yield return revision;
        }

        if (operation.App.Resources.FirstOrDefault(resource => IsSelf(operation.App, resource)) is { } self)
        {
            yield return new Evidence(operation.App.Ref, "status.resources", $"Application/{self.Namespace}/{self.Name}");
        }

        if (chain.Main is { } workload)
        {
            yield return OperationEvidence.ReadyReplicas(workload);
        }
        else if (chain.Children.FirstOrDefault() is { } child)
        {
            yield return new Evidence(child.Ref, "status.health.status", child.HealthStatus) { At = child.HealthSince };
        }
    }
}
