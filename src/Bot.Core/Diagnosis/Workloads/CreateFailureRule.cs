using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>What the rules about refused pods share: one fault each, its minimum age, its facts and its level.</summary>
internal abstract class CreateFailureRule(string id, CreateFault fault, params string[] alsoReads) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, Severity.Warning.To(Severity.Critical), ["ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job", "Event", "Pod", .. alsoReads]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var failure in CreateFailures.Of(snapshot, context))
        {
            if (CreateFaults.Of(failure.Message) == fault && context.IsOlder(failure.Since, context.Thresholds.Workloads.CreateRefused))
            {
                var name = CreateFaults.NameIn(failure.Message, fault);
                if (!IsMended(failure, name, snapshot))
                {
                    yield return Describe(Start(failure, name), failure, name, snapshot);
                }
            }
        }
    }

    /// <summary>True when what the message complains of is no longer so: the controller tries again by itself.</summary>
    protected virtual bool IsMended(CreateFailure failure, string name, ClusterSnapshot snapshot) => false;

    /// <summary>Adds what only this rule knows.</summary>
    protected virtual Finding Describe(Finding start, CreateFailure failure, string name, ClusterSnapshot snapshot) => start;

    private Finding Start(CreateFailure failure, string name)
    {
        var (ready, wanted) = failure.Workload is { } workload ? (workload.ReadyReplicas, workload.Replicas) : (0, 1);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = WorkloadLevel.Of(failure.Workload),
            Subject = failure.Subject.Ref,
            Since = failure.Since,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("name", name.Length > 0 ? name : "?"), new("ready", ready), new("wanted", wanted), new("kind", failure.Subject.Kind)]),
            Evidence = [failure.Evidence, .. failure.Workload is { } known ? [WorkloadLevel.Ready(known)] : Array.Empty<Evidence>()],
            Command = $"kubectl -n {failure.Subject.Namespace} describe {failure.Subject.Kind.ToLowerInvariant()} {failure.Subject.Name}",
        };
    }
}
