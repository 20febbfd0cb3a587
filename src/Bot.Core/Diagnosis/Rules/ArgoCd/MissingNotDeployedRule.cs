using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An Application is Missing because nobody ever synced it and auto-sync is off. Nothing is broken.</summary>
internal sealed class MissingNotDeployedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdMissingNotDeployed, Severity.Info, ["Application", "Namespace"]);

    /// <summary>True for an Application that was never deployed and is not meant to be by itself; other rules about what is not in sync leave it to this one.</summary>
    internal static bool Is(Application application) =>
        application is { HealthStatus: "Missing", IsAutomated: false, Operation: null, OperationState: null, History.Length: 0, IsBeingDeleted: false, IsFrozen: false };

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var application in snapshot.All<Application>())
        {
            var since = application.HealthSince ?? application.Metadata.CreatedAt;
            if (!Is(application)
                || !context.IsOlder(since, context.Thresholds.ArgoCd.NotDeployed)
                || snapshot.Find<Namespace>("Namespace", "", application.Destination.Namespace) is { IsBeingDeleted: true })
            {
                continue;
            }

            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Info,
                Subject = application.Ref,
                Since = since,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("resources", application.Resources.Length)]),
                Evidence =
                [
                    new Evidence(application.Ref, "status.health.status", application.HealthStatus) { At = application.HealthSince },
                    new Evidence(application.Ref, "status.history", "(empty)"),
                    new Evidence(application.Ref, "spec.syncPolicy.automated", application.Automated is null ? "(absent)" : "enabled: false"),
                ],
                Action = "sync",
                Command = $"argocd app diff {application.Name}",
            };
        }
    }
}
