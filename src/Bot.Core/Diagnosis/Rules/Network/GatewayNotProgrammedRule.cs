using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>A Gateway or one of its listeners is not carried out by its controller.</summary>
internal sealed class GatewayNotProgrammedRule : IDiagnosticRule
{
    private const int MostConditions = 4;

    private static readonly string[] MustHold = ["Accepted", "Programmed", "ResolvedRefs"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.GatewayNotProgrammed, Severity.Warning.To(Severity.Critical), ["Gateway.gateway.networking.k8s.io", "HTTPRoute", "Certificate"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var gateway in snapshot.All<Gateway>())
        {
            if (gateway.IsBeingDeleted)
            {
                continue;
            }

            var whole = gateway.Conditions.Where(condition => IsBad(condition, condition.Type) && IsOld(condition, gateway, context)).ToList();
            var listeners = gateway.ListenerConditions.Where(condition => IsBad(condition, TypeOf(condition)) && IsOld(condition, gateway, context)).ToList();
            if (whole.Count > 0 || listeners.Count > 0)
            {
                yield return Found(gateway, whole, listeners, snapshot);
            }
        }
    }

    // Pending is what stands there until a controller takes the Gateway at all.
    private static bool IsBad(Condition condition, string type) =>
        MustHold.Contains(type) ? condition.IsFalse || condition is { Status: "Unknown", Reason: "Pending" } : type == "Conflicted" && condition.IsTrue;

    // The API server writes the first conditions with the year 1970.
    private static bool IsOld(Condition condition, Gateway gateway, DiagnosisContext context) => context.IsOlder(SinceOf(condition, gateway), context.Thresholds.Network.Route);

    private static DateTimeOffset? SinceOf(Condition condition, Gateway gateway) => ServicePods.Later(condition.LastTransitionAt, gateway.Metadata.CreatedAt);

    private static string TypeOf(Condition listener) => listener.Type[(listener.Type.LastIndexOf(':') + 1)..];

    private Finding Found(Gateway gateway, List<Condition> whole, List<Condition> listeners, ClusterSnapshot snapshot)
    {
        var first = listeners.Concat(whole).FirstOrDefault(condition => condition.IsFalse && condition.Reason is "InvalidCertificateRef" or "RefNotPermitted") ?? whole.Concat(listeners).First();
        var routes = snapshot.All<HttpRoute>().Where(route => route.Gateways.Contains(gateway.Ref)).Select(route => route.Ref);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = whole.Count > 0 ? Severity.Critical : Severity.Warning,
            Subject = gateway.Ref,
            Variant = first.Status == "Unknown" ? "unclaimed"
                : first.Reason is "InvalidCertificateRef" or "RefNotPermitted" ? "certificate"
                : first.Reason is "AddressNotAssigned" or "AddressNotUsable" ? "address"
                : "",
            Since = whole.Concat(listeners).Min(condition => SinceOf(condition, gateway)),
            Facts = ImmutableDictionary.CreateRange<string, object>([new("class", gateway.ClassName), new("reason", first.Reason), new("listeners", listeners.Select(ListenerOf).Distinct().Count())]),
            Evidence =
            [
                .. whole.Select(condition => Line(gateway, $"status.conditions[{condition.Type}]", condition))
                    .Concat(listeners.Select(condition => Line(gateway, $"status.listeners[{ListenerOf(condition)}].conditions[{TypeOf(condition)}]", condition)))
                    .Take(MostConditions),
                new Evidence(gateway.Ref, "spec.gatewayClassName", gateway.ClassName),
            ],
            Command = $"kubectl -n {gateway.Namespace} describe gateway.gateway.networking.k8s.io {gateway.Name}",
            Affected = [.. routes],
            PointsTo = [.. gateway.Certificates, .. snapshot.All<Certificate>().Where(certificate => gateway.Certificates.Contains(new ObjectRef("Secret", certificate.Namespace, certificate.SecretName))).Select(certificate => certificate.Ref)],
        };
    }

    private static string ListenerOf(Condition condition) => condition.Type[..Math.Max(0, condition.Type.LastIndexOf(':'))];

    private static Evidence Line(Gateway gateway, string field, Condition condition) =>
        new(gateway.Ref, field, $"{condition.Status} {condition.Reason}: {condition.Message}") { At = condition.LastTransitionAt };
}
