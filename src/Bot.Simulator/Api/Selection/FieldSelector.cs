using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Selection;

/// <summary>A field selector: the few fields of a kind by which the API server can select.</summary>
internal sealed class FieldSelector
{
    private static readonly string[] OfEvery = ["metadata.name", "metadata.namespace"];

    private static readonly Dictionary<SimulatedKind, string[]> OfKinds = new()
    {
        [SimulatedKinds.Pod] =
        [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.nominatedNodeName",
        ],
        [SimulatedKinds.Event] =
        [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
            "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
        ],
        [SimulatedKinds.Namespace] = ["status.phase"],
        [SimulatedKinds.Node] = ["spec.unschedulable"],
        [SimulatedKinds.Secret] = ["type"],
        [SimulatedKinds.Job] = ["status.successful"],
        [SimulatedKinds.ReplicaSet] = ["status.replicas"],
        [SimulatedKinds.ReplicationController] = ["status.replicas"],
        [SimulatedKinds.Service] = ["spec.clusterIP", "spec.type"],
    };

    private readonly IReadOnlyList<(string Field, bool Equal, string Value)> terms;

    private FieldSelector(IReadOnlyList<(string Field, bool Equal, string Value)> terms) => this.terms = terms;

    public bool IsEmpty => terms.Count == 0;

    public bool Matches(JsonObject body)
    {
        foreach (var (field, equal, value) in terms)
        {
            if ((ValueOf(body, field) == value) != equal)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The selector, or the words in which the API server refuses it.</summary>
    public static (FieldSelector? Selector, string Error) Parse(SimulatedKind kind, string text)
    {
        var parsed = new List<(string Field, bool Equal, string Value)>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=');
            if (at <= 0)
            {
                return (null, $"invalid selector: '{text}'; can't understand '{part}'");
            }

            var equal = part[at - 1] != '!';
            var field = part[..(equal ? at : at - 1)];
            if (!Supports(kind, field))
            {
                return (null, "field label not supported: " + field);
            }

            parsed.Add((field, equal, part[(at + 1)..].TrimStart('=')));
        }

        return (new FieldSelector(parsed), "");
    }

    private static bool Supports(SimulatedKind kind, string field) =>
        OfEvery.Contains(field, StringComparer.Ordinal) || (OfKinds.TryGetValue(kind.Storage, out var fields) && fields.Contains(field, StringComparer.Ordinal));

    private static string ValueOf(JsonObject body, string field) => field switch
    {
        "source" => body.Text("source", "component") is { Length: > 0 } component ? component : body.Text("reportingComponent") ?? "",
        "status.successful" => body.At("status", "succeeded")?.ToString() ?? "0",
        "spec.unschedulable" or "spec.hostNetwork" => body.Flag(field.Split('.')) ? "true" : "false",
        _ => body.At(field.Split('.'))?.ToString() ?? "",
    };
}
