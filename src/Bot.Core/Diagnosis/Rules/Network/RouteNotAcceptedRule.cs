using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>An HTTPRoute is not taken by a Gateway, or what it names cannot be found or may not be used.</summary>
internal sealed class RouteNotAcceptedRule : IDiagnosticRule
{
    private const int MostConditions = 3;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.RouteNotAccepted, Severity.Warning.To(Severity.Critical), ["HTTPRoute", "Gateway.gateway.networking.k8s.io", "Service"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var route in snapshot.All<HttpRoute>())
        {
            if (route.IsBeingDeleted)
            {
                continue;
            }

            var bad = route.Conditions
                .Where(condition => condition.Type is "Accepted" or "ResolvedRefs" && condition.IsFalse && context.IsOlder(condition.LastTransitionAt ?? route.Metadata.CreatedAt, context.Thresholds.Network.Route))
                .ToList();
            var gone = ServicePods.IsYoung(route.Metadata.CreatedAt, context.Thresholds.Network.Route, context)
                ? []
                : route.Gateways.Where(gateway => snapshot.PresenceOf(gateway) == Presence.Absent).ToList();
            if (bad.Count > 0 || gone.Count > 0)
            {
                yield return Found(route, bad, gone);
            }
        }
    }

    private Finding Found(HttpRoute route, List<Condition> bad, List<ObjectRef> gone)
    {
        var first = bad.FirstOrDefault();
        var serves = route.Conditions.Any(condition => condition is { Type: "Accepted", IsTrue: true }) && (first is null || route.Conditions.Any(condition => condition.Type == first.Type && condition.IsTrue));
        var missing = gone.Count > 0 && (first is null || first.Reason is "NoMatchingParent");
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = serves ? Severity.Warning : Severity.Critical,
            Subject = route.Ref,
            Variant = missing ? "parent"
                : first!.Reason is "BackendNotFound" ? "backend"
                : first.Reason is "RefNotPermitted" ? "permission"
                : "",
            Since = first?.LastTransitionAt ?? route.Metadata.CreatedAt,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("gateway", missing ? gone[0].Name : route.Gateways.FirstOrDefault().Name ?? ""), new("reason", first?.Reason ?? ""), new("backend", route.Backends.FirstOrDefault().Name ?? "")]),
            Evidence =
            [
                .. bad.Take(MostConditions).Select(condition => new Evidence(route.Ref, $"status.parents[*].conditions[{condition.Type}]", $"{condition.Status} {condition.Reason}: {condition.Message}") { At = condition.LastTransitionAt }),
                .. gone.Take(1).Select(gateway => new Evidence(route.Ref, "spec.parentRefs", $"{gateway.Namespace}/{gateway.Name} (not found)")),
            ],
            Command = $"kubectl -n {route.Namespace} describe httproute {route.Name}",
            Affected = [.. route.Gateways, .. route.Backends.Distinct()],
            PointsTo = route.Gateways,
        };
    }
}
