using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>The Deployment controller has not looked at the newest spec: nothing that is delivered takes effect.</summary>
internal sealed class GenerationLagRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.DeployGenerationLag, Severity.Warning, ["Deployment"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var deployment in snapshot.All<Deployment>())
        {
            if (deployment.ObservedGeneration < deployment.Metadata.Generation
                && !deployment.IsBeingDeleted
                && ChangedAt(deployment) is { } changed
                && context.IsOlder(changed, context.Thresholds.Workloads.GenerationLag))
            {
                yield return Found(deployment, changed);
            }
        }
    }

    // Without managed fields (kubectl leaves them out) the newest moment that the object itself names is the best that is known.
    private static DateTimeOffset? ChangedAt(Deployment deployment) =>
        deployment.SpecChangedAt ?? deployment.Conditions.Select(condition => condition.LastTransitionAt).Append(deployment.Metadata.CreatedAt).Max();

    private Finding Found(Deployment deployment, DateTimeOffset changed) => new()
    {
        Rule = Descriptor.Id,
        Severity = Severity.Warning,
        Subject = deployment.Ref,
        Since = changed,
        Facts = ImmutableDictionary.CreateRange<string, object>([new("generation", deployment.Metadata.Generation), new("observed", deployment.ObservedGeneration)]),
        Evidence =
        [
            new Evidence(deployment.Ref, "metadata.generation", deployment.Metadata.Generation.ToString(CultureInfo.InvariantCulture)) { At = deployment.SpecChangedAt },
            new Evidence(deployment.Ref, "status.observedGeneration", deployment.ObservedGeneration.ToString(CultureInfo.InvariantCulture)),
        ],
        Command = "kubectl -n kube-system get lease kube-controller-manager -o yaml",
        BlocksDelivery = true,
    };
}
