using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>
/// The controller of an Ingress gives it no address. A controller may be configured to publish none: only what it says,
/// its kind or its other Ingresses prove that an address is missing.
/// </summary>
internal sealed class IngressNoAddressRule : IDiagnosticRule
{
    private static readonly string[] MakesBalancers = ["ingress.k8s.aws/alb", "k8s.io/ingress-gce", "azure/application-gateway"];

    private static readonly (string Variant, string[] Words)[] Reasons =
    [
        ("certificate", ["no certificate found", "certificate"]),
        ("permission", ["AccessDenied", "is not authorized", "UnauthorizedOperation", "AuthFailure", "forbidden"]),
        ("subnet", ["subnet"]),
    ];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.IngressNoAddress, Severity.Critical, ["Ingress", "IngressClass", "Service", "Event"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var publishing = new Lazy<HashSet<string>>(() => [.. snapshot.All<Ingress>().Where(ingress => !ingress.Addresses.IsEmpty).Select(ingress => ingress.ClassName)]);
        foreach (var ingress in snapshot.All<Ingress>())
        {
            if (!ingress.Addresses.IsEmpty
                || ingress.IsBeingDeleted
                || !context.IsOlder(ingress.Metadata.CreatedAt, context.Thresholds.Network.Address)
                || IngressClasses.IsMissing(ingress, snapshot)
                || IngressBackends.WithoutService(ingress, snapshot).Count > 0
                || IngressBackends.WithoutPort(ingress, snapshot).Count > 0)
            {
                continue;
            }

            var said = snapshot.Events.Newest(ingress, context.Now, context.Thresholds.Events).FirstOrDefault(found => found.Type == "Warning" && found.Reason.StartsWith("Failed", StringComparison.Ordinal));
            if (said is not null || publishing.Value.Contains(ingress.ClassName) || MakesABalancer(ingress, snapshot))
            {
                yield return Found(ingress, said, snapshot);
            }
        }
    }

    private static bool MakesABalancer(Ingress ingress, ClusterSnapshot snapshot) =>
        (ingress.ClassName.Length > 0 ? snapshot.Find(new ObjectRef("IngressClass", "", ingress.ClassName)) as IngressClass : snapshot.All<IngressClass>().FirstOrDefault(found => found.IsDefault))
            is { } known && MakesBalancers.Contains(known.Controller);

    private Finding Found(Ingress ingress, Event? said, ClusterSnapshot snapshot) => new()
    {
        Rule = Descriptor.Id,
        Severity = Severity.Critical,
        Subject = ingress.Ref,
        Variant = said is null ? "" : Reasons.FirstOrDefault(reason => reason.Words.Any(word => said.Message.Contains(word, StringComparison.OrdinalIgnoreCase))).Variant ?? "said",
        Since = ingress.Metadata.CreatedAt,
        Facts = ImmutableDictionary.CreateRange<string, object>([new("class", ingress.ClassName), new("reason", said?.Reason ?? "")]),
        Evidence =
        [
            new Evidence(ingress.Ref, "status.loadBalancer", "{}"),
            .. said is null ? [] : new[] { new Evidence(ingress.Ref, $"event {said.Reason}", said.Message) { At = said.LastAt } },
            .. snapshot.Find(new ObjectRef("IngressClass", "", ingress.ClassName)) is IngressClass known ? [new Evidence(known.Ref, "spec.controller", known.Controller)] : Array.Empty<Evidence>(),
        ],
        Command = $"kubectl -n {ingress.Namespace} describe ingress {ingress.Name}",
        Affected = [.. ingress.Paths.Where(path => path.ServiceName.Length > 0).Select(path => IngressBackends.ServiceOf(ingress, path)).Distinct()],
    };
}
