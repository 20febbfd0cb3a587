using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>A client runs into a time limit at a Service that is well, and no NetworkPolicy admits it. A hint: that nothing is admitted is no fault by itself.</summary>
internal sealed class NoAllowRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.NetpolNoAllow, Severity.Info, ["NetworkPolicy", "Pod", "Service", "EndpointSlice", "LogExcerpt", "Namespace"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (!snapshot.All<NetworkPolicy>().Any())
        {
            yield break;
        }

        var verdicts = new PolicyVerdicts(snapshot);
        foreach (var call in FailedCalls.Of(snapshot, FailedCallKind.Timeout))
        {
            if (snapshot.Pods.ReadyEndpoints(call.Target.Ref) is 0
                || ServicePods.Of(call.Target, snapshot).Find(pod => pod.IsReady) is not { } target
                || PortOf(call, target) is not { } port
                || verdicts.Refusing(call.Client, target, port) is not { IsEmpty: false } policies)
            {
                continue;
            }

            yield return Found(call, target, policies, port, snapshot);
        }
    }

    private static int? PortOf(FailedCall call, Pod target) =>
        call.Target.Ports.FirstOrDefault(port => port.Port == call.Port) is { } known ? ServicePods.NumberOf(known.TargetPort, target) : ServicePods.IsHeadless(call.Target) ? call.Port : null;

    private Finding Found(FailedCall call, Pod target, ImmutableArray<NetworkPolicy> policies, int port, ClusterSnapshot snapshot)
    {
        var into = policies[0].Namespace == target.Namespace && policies[0].LimitsIngress && policies[0].Selects(target);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Info,
            Subject = policies[0].Ref,
            Variant = into ? "" : "egress",
            Facts = ImmutableDictionary.CreateRange<string, object>([new("client", snapshot.Owners.TopOf(call.Client).Name), new("target", call.Target.Name), new("port", port)]),
            Evidence =
            [
                new Evidence(call.Client.Ref, $"log[{call.Container}]", call.Line),
                new Evidence(policies[0].Ref, into ? "spec.ingress" : "spec.egress", $"no rule admits {(into ? call.Client.Namespace : target.Namespace)}/{(into ? snapshot.Owners.TopOf(call.Client).Name : call.Target.Name)} on {port}"),
                new Evidence(target.Ref, "status.conditions[Ready].status", "True"),
            ],
            Command = $"kubectl -n {policies[0].Namespace} describe networkpolicies",
            Affected = [snapshot.Owners.TopOf(call.Client), call.Target.Ref],
        };
    }
}
