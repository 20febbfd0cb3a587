using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Discovery;

/// <summary>The verbs and subresources of the kinds, as discovery lists them.</summary>
internal static class DiscoveryVerbs
{
    private static readonly string[] BuiltIn = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];
    private static readonly string[] Custom = ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"];
    private static readonly string[] OfNamespace = ["create", "delete", "get", "list", "patch", "update", "watch"];
    private static readonly string[] OfSubresource = ["get", "patch", "update"];

    public static IReadOnlyList<string> Of(SimulatedKind kind) => kind == SimulatedKinds.Namespace ? OfNamespace : kind.IsCustom ? Custom : BuiltIn;

    /// <summary>Name, group and version where they differ from the parent's, kind, verbs.</summary>
    public static IEnumerable<(string Name, string Group, string Version, string Kind, IReadOnlyList<string> Verbs)> SubresourcesOf(SimulatedKind kind)
    {
        if (kind == SimulatedKinds.Namespace)
        {
            yield return ("finalize", "", "", kind.Kind, ["update"]);
        }

        if (kind == SimulatedKinds.Pod)
        {
            yield return ("eviction", "policy", "v1", "Eviction", ["create"]);
            yield return ("log", "", "", kind.Kind, ["get"]);
        }

        if (kind.HasScale)
        {
            yield return ("scale", "autoscaling", "v1", "Scale", OfSubresource);
        }

        if (kind.HasStatus)
        {
            yield return ("status", "", "", kind.Kind, OfSubresource);
        }
    }
}
