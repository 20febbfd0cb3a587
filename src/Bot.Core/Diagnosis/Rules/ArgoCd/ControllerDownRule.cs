using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// Nobody compares Applications any more: the last comparison of most of them is older than 10 minutes. Either no controller is ready,
/// or one of several is not (then its share is old), or it is ready and does not keep up.
/// </summary>
internal sealed class ControllerDownRule : IDiagnosticRule
{
    private const int MostApplications = 2;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdControllerDown, Severity.Critical, ["Application", "StatefulSet", "Deployment", "Pod", "ConfigMap"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var looked = new List<Application>();
        var old = new List<Application>();
        foreach (var application in snapshot.All<Application>())
        {
            if (application is { IsFrozen: false, IsBeingDeleted: false, ReconciledAt: { } reconciled })
            {
                looked.Add(application);
                if (context.Now - reconciled >= context.Thresholds.ArgoCd.Reconciliation)
                {
                    old.Add(application);
                }
            }
        }

        if (old.Count == 0 || ArgoCdComponent.Find(ArgoCdComponent.Controller, snapshot, context) is not { } controller || IsExplained(controller, looked, ref old, snapshot, context))
        {
            yield break;
        }

        yield return Found(controller, looked, [.. old.OrderBy(application => application.ReconciledAt).ThenBy(application => application.Name, StringComparer.Ordinal)], context);
    }

    // A controller that is ready may have been told to look rarely or never; one that is not ready does not look at all.
    private static bool IsExplained(ArgoCdComponent controller, List<Application> looked, ref List<Application> old, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var (ready, wanted) = (controller.Workload.ReadyReplicas, controller.Workload.Replicas);
        if (ready == 0)
        {
            return old.Count * 2 <= looked.Count;
        }

        if (ReconciliationInterval.Beyond(snapshot, context) is not { } beyond)
        {
            return true;
        }

        old = [.. old.Where(application => context.IsOlder(application.ReconciledAt, context.Thresholds.ArgoCd.Reconciliation + beyond))];
        var share = ready < wanted ? (double)(wanted - ready) / wanted : 1;
        return old.Count < context.Thresholds.ArgoCd.BacklogApplications || old.Count <= looked.Count * share / 2;
    }

    private Finding Found(ArgoCdComponent controller, List<Application> looked, List<Application> old, DiagnosisContext context)
    {
        var (ready, wanted) = (controller.Workload.ReadyReplicas, controller.Workload.Replicas);
        var (variant, fault, _) = controller.Fault();
        var kind = controller.Ref.Kind.ToLowerInvariant();
        var isAlive = ready > 0 && ready >= wanted;
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = controller.Ref,
            Variant = wanted == 0 ? "scaled" : isAlive ? "backlog" : variant,
            Since = old[0].ReconciledAt,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("old", old.Count), new("apps", looked.Count), new("ready", $"{ready}/{wanted}")]),
            Evidence =
            [
                controller.ReadyEvidence,
                .. old.Take(MostApplications).Select(application => new Evidence(application.Ref, "status.reconciledAt", application.ReconciledAt!.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) { At = application.ReconciledAt }),
                .. fault is null ? [] : new[] { fault },
            ],
            Action = wanted == 0 || variant.Length > 0 ? null : "restart",
            Command = wanted == 0 ? $"kubectl -n {controller.Ref.Namespace} scale {kind}/{controller.Ref.Name} --replicas=1"
                : variant.Length > 0 ? $"kubectl -n {controller.Ref.Namespace} describe pods -l app.kubernetes.io/name={ArgoCdComponent.Controller}"
                : $"kubectl -n {controller.Ref.Namespace} rollout restart {kind}/{controller.Ref.Name}",
            BlocksDelivery = true,
            Affected = [.. old.Select(application => application.Ref)],
            Explains = [controller.Ref, .. controller.Pods.Select(pod => pod.Ref)],
        };
    }
}
