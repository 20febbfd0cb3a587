using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Writing;

/// <summary>Fields that the schema does not know, where the simulator knows enough of the schema to judge.</summary>
internal static class UnknownFields
{
    private static readonly string[] Top = ["apiVersion", "kind", "metadata", "spec", "status"];
    private static readonly string[] OfApplication = [.. Top, "operation"];

    private static readonly string[] ApplicationSpec =
    [
        "destination", "ignoreDifferences", "info", "project", "revisionHistoryLimit", "source", "sourceHydrator", "sources", "syncPolicy",
    ];

    private static readonly string[] Metadata =
    [
        "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
        "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers", "managedFields",
    ];

    /// <summary>Takes the unknown fields out of the body and names them.</summary>
    public static IReadOnlyList<string> Take(SimulatedKind kind, JsonObject body)
    {
        var unknown = new List<string>();
        if (kind == SimulatedKinds.Application)
        {
            Take(body, OfApplication, "", unknown);
            Take(body["spec"] as JsonObject, ApplicationSpec, "spec.", unknown);
        }
        else if (kind.HasStatus)
        {
            Take(body, Top, "", unknown);
        }

        Take(body["metadata"] as JsonObject, Metadata, "metadata.", unknown);
        return unknown;
    }

    private static void Take(JsonObject? body, string[] known, string prefix, List<string> unknown)
    {
        if (body is null)
        {
            return;
        }

        foreach (var key in body.Select(static field => field.Key).Where(key => !known.Contains(key, StringComparer.Ordinal)).ToList())
        {
            body.Remove(key);
            unknown.Add(prefix + key);
        }
    }
}
