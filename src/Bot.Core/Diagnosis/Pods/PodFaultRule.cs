using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>What the rules about one fault of a pod share: which pods have it, its minimum age, grace for rollouts, and the parts that every such finding has.</summary>
internal abstract class PodFaultRule(string id, PodFault fault, SeverityRange severities, params string[] alsoReads) : IDiagnosticRule
{
    private const int MostEvidence = 5;

    private static readonly string[] AllRead = ["Pod", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Rollout"];

    public RuleDescriptor Descriptor { get; } = new(id, severities, [.. AllRead, .. alsoReads]);

    /// <summary>True where a rollout that is still within its deadline may mend the fault by itself.</summary>
    protected virtual bool WaitsForRollouts => false;

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var cases = PodCases.Of(snapshot, context);
        foreach (var found in cases.With(fault))
        {
            var age = MinimumAge(found, cases.Thresholds);
            if ((age > TimeSpan.Zero && !context.IsOlder(found.Since, age)) || (WaitsForRollouts && cases.Scope.IsRollingOut(found.Pod)) || IsExcused(found, cases))
            {
                continue;
            }

            var finding = Tell(found, cases);
            yield return finding with
            {
                Severity = finding.Severity > severities.Highest ? severities.Highest : finding.Severity,
                Evidence = [.. finding.Evidence.Where(line => line.Value.Length > 0).Concat(cases.Scope.ReadyEvidence(found.Pod)).Take(MostEvidence)],
            };
        }
    }

    /// <summary>How long the fault must last before it counts.</summary>
    protected abstract TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds);

    /// <summary>True when something else shows that the fault will pass by itself.</summary>
    protected virtual bool IsExcused(PodCase found, PodCases cases) => false;

    /// <summary>The finding: <see cref="Begin"/> with what only this rule knows.</summary>
    protected abstract Finding Tell(PodCase found, PodCases cases);

    protected static ImmutableDictionary<string, object> Facts(params (string Name, object Value)[] facts) =>
        facts.ToImmutableDictionary(fact => fact.Name, fact => fact.Value);

    protected static Evidence SpecOf(PodCase found, string field, string value) => new(found.Pod.Ref, ContainerPaths.Spec(found.Status, field), value);

    protected static Evidence StatusOf(PodCase found, string field, string value) => new(found.Pod.Ref, ContainerPaths.Status(found.Status, field), value);

    protected static string Logs(PodCase found, bool previous = true) =>
        $"kubectl -n {found.Pod.Namespace} logs {found.Pod.Name} -c {found.Status.Name}{(previous ? " --previous" : "")} --tail=40";

    /// <summary>Severity by what is ready, the pod, since when, the container, the telling words and <c>kubectl describe</c>.</summary>
    protected Finding Begin(PodCase found, PodCases cases) => new()
    {
        Rule = Descriptor.Id,
        Severity = cases.Scope.SeverityOf(found.Pod),
        Subject = found.Pod.Ref,
        Since = found.Since,
        Facts = Facts(("container", found.Status.Name)),
        Evidence = found.Words.Length > 0 ? [found.Told] : [],
        Command = $"kubectl -n {found.Pod.Namespace} describe pod {found.Pod.Name}",
    };

    /// <summary>The way back to the version before, where the workload has one.</summary>
    protected static (string? Action, string? Command) Undo(PodCase found, PodCases cases, string? otherwise) =>
        cases.Scope.OwnerOf(found.Pod) is { Kind: "Deployment" } owner
            ? ("rollout-undo", $"kubectl -n {owner.Namespace} rollout undo deployment/{owner.Name}")
            : (null, otherwise);
}
