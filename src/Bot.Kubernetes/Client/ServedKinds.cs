namespace Bot.Kubernetes.Client;

/// <summary>The kinds that the server has. What stands under <see cref="Unreadable"/> (a dead aggregated API) is unknown, not absent.</summary>
public sealed record ServedKinds(IReadOnlyList<ServedKind> Kinds, IReadOnlyList<string> Unreadable)
{
    /// <summary>True, false, or null when the group version could not be read.</summary>
    public bool? Serves(string group, string plural) =>
        Kinds.Any(kind => kind.Resource.Group == group && kind.Resource.Plural == plural) ? true
        : Unreadable.Any(groupVersion => GroupOf(groupVersion) == group) ? null
        : false;

    /// <summary>The preferred version of a kind, or null.</summary>
    public ServedKind? Find(string group, string plural) =>
        Kinds.FirstOrDefault(kind => kind.Resource.Group == group && kind.Resource.Plural == plural);

    private static string GroupOf(string groupVersion) =>
        groupVersion.IndexOf('/') is var slash and > 0 ? groupVersion[..slash] : "";
}
