using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Access;

/// <summary>Someone who may call the simulated API, known by a bearer token.</summary>
/// <param name="Name">The name in messages and in <c>auth whoami</c>.</param>
/// <param name="Token">The bearer token.</param>
/// <param name="Rules">What the user may do.</param>
public sealed record ApiUser(string Name, string Token, IReadOnlyList<AccessRule> Rules)
{
    private static readonly string[] Every = ["*"];
    private static readonly string[] Reading = ["get", "list", "watch"];

    public string Uid { get; init; } = "";

    public IReadOnlyList<string> Groups { get; init; } = ["system:authenticated"];

    internal static ApiUser Anonymous { get; } = new("system:anonymous", "", []) { Groups = ["system:unauthenticated"] };

    /// <summary>May do everything.</summary>
    public static ApiUser Admin(string name, string token) => new(name, token, [new AccessRule(Every, Every, Every) { Origin = "ClusterRoleBinding \"admin\" of ClusterRole \"cluster-admin\"" }])
    {
        Groups = ["system:masters", "system:authenticated"],
    };

    /// <summary>May read every kind but Secrets, and pod logs: what the read-only overlay grants.</summary>
    public static ApiUser ReadOnly(string name, string token)
    {
        var rules = SimulatedKinds.All
            .Where(static kind => kind != SimulatedKinds.Secret)
            .GroupBy(static kind => kind.Group, StringComparer.Ordinal)
            .Select(static group => new AccessRule(Reading, [group.Key], [.. group.Select(static kind => kind.Plural)]) { Origin = "ClusterRoleBinding \"bot-look\" of ClusterRole \"bot-look\"" });
        return new ApiUser(name, token, [.. rules, new AccessRule(["get"], [""], ["pods/log"]) { Origin = "ClusterRoleBinding \"bot-look\" of ClusterRole \"bot-look\"" }]);
    }

    /// <summary>Known, but without any right.</summary>
    public static ApiUser WithoutRights(string name, string token) => new(name, token, []);
}
