using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>An API that another server answers for is not Available: what asks it fails, and namespaces can no longer be deleted.</summary>
internal sealed class ApiServiceUnavailableRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ApiServiceUnavailable, Severity.Critical, ["APIService", "Service", "Namespace", "Application"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var api in snapshot.All<ApiService>())
        {
            if (api.IsBeingDeleted
                || api.Conditions.FirstOrDefault(condition => condition is { Type: "Available", IsFalse: true }) is not { } condition
                || !context.IsOlder(condition.LastTransitionAt, context.Thresholds.Platform.ApiService))
            {
                continue;
            }

            var service = new ObjectRef("Service", api.ServiceNamespace, api.ServiceName);
            var suffering = Suffering(api, snapshot).ToList();
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Critical,
                Subject = api.Ref,
                Variant = condition.Reason switch
                {
                    "ServiceNotFound" => "absent",
                    "MissingEndpoints" or "EndpointsNotFound" or "ServiceAccessError" => "down",
                    _ => "",
                },
                Since = condition.LastTransitionAt,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("reason", condition.Reason), new("service", api.ServiceName), new("serviceNamespace", api.ServiceNamespace), new("group", api.Group)]),
                Evidence =
                [
                    new Evidence(api.Ref, "status.conditions[Available].message", condition.Message) { At = condition.LastTransitionAt },
                    new Evidence(api.Ref, "status.conditions[Available].reason", condition.Reason),
                    new Evidence(api.Ref, "spec.service", $"{api.ServiceNamespace}/{api.ServiceName}"),
                    .. suffering.Take(1).Select(pair => new Evidence(pair.Ref, pair.Field, pair.Text)),
                ],
                Command = $"kubectl -n {api.ServiceNamespace} get service,endpointslices -l kubernetes.io/service-name={api.ServiceName}",
                BlocksDelivery = suffering.Exists(pair => pair.Ref.Kind == "Application"),
                Affected = [.. suffering.Select(pair => pair.Ref).Distinct()],
                PointsTo = api.ServiceName.Length > 0 ? [service] : [],
            };
        }
    }

    // Who says in its own words that this API does not answer.
    private static IEnumerable<(ObjectRef Ref, string Field, string Text)> Suffering(ApiService api, ClusterSnapshot snapshot)
    {
        var name = $"{api.Group}/{api.Version}";
        return snapshot.All<Namespace>().Where(item => item.IsBeingDeleted)
            .SelectMany(item => item.Conditions.Where(condition => condition.IsTrue && Names(condition.Message, name)).Select(condition => (item.Ref, $"status.conditions[{condition.Type}].message", condition.Message)))
            .Concat(snapshot.All<Application>()
                .SelectMany(app => app.Conditions.Where(condition => condition.Type == "ComparisonError" && Names(condition.Message, name)).Select(condition => (app.Ref, "status.conditions[ComparisonError].message", condition.Message))));
    }

    private static bool Names(string message, string api) => message.Contains(api, StringComparison.Ordinal);
}
