using System.Text.Json.Nodes;
using Bot.Simulator.Api.Access;
using Bot.Simulator.Store;
using Bot.Testing;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>A store brought into the state in which the real server was when the exchange was recorded.</summary>
internal sealed class ReplayStage
{
    public ReplayStage(Recording recording)
    {
        Clock = new ManualClock(recording.Date);
        Store = new ObjectStore(Clock, new StoreOptions { Installed = [.. SimulatedKinds.BuiltIn, .. SimulatedKinds.ArgoCd] });
        foreach (var ns in (string[])["argocd", "wealist-prod"])
        {
            Put($$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{ns}}}","resourceVersion":"1"}}""");
        }
    }

    public ManualClock Clock { get; }

    public ObjectStore Store { get; }

    public List<ApiUser> Users { get; } =
    [
        new("recorder", "admin", [new AccessRule(["*"], ["*"], ["*"])]) { Groups = ["system:masters", "system:authenticated"] },
        new("chatops-bot", "none", []) { Uid = "2" },
        new("chatops-bot", "role", BotRules) { Uid = "2" },
    ];

    private static IReadOnlyList<AccessRule> BotRules { get; } =
    [
        Rule(["get", "list", "watch"], "argoproj.io", "applications", "appprojects", "applicationsets"),
        Rule(["patch"], "argoproj.io", "applications"),
        Rule(["get", "list", "watch"], "", "pods", "pods/log", "events", "configmaps"),
        Rule(["get", "create", "update"], "coordination.k8s.io", "leases"),
    ];

    /// <summary>The object that a recording answers, possibly as it was before.</summary>
    public ReplayStage Object(string recording, Action<JsonObject>? before = null) => Put(Recording.Read(recording).Json, before);

    /// <summary>The object that a recording sends.</summary>
    public ReplayStage Sent(string recording, Action<JsonObject>? before = null) => Put(Recording.Read(recording).RequestJson, before);

    public ReplayStage Items(string recording, Action<JsonObject>? before = null)
    {
        var source = Recording.Read(recording);
        foreach (var item in source.Items())
        {
            Put(item, before);
        }

        return source.Json.Text("metadata", "resourceVersion") is { } revision ? At(long.Parse(revision)) : this;
    }

    public ReplayStage Put(string json) => Put(JsonNode.Parse(json)!.AsObject());

    public ReplayStage Put(JsonObject body, Action<JsonObject>? before = null)
    {
        before?.Invoke(body);
        Store.Restore(body);
        return this;
    }

    /// <summary>The real etcd stood at this revision.</summary>
    public ReplayStage At(long revision)
    {
        Store.AdvanceTo(revision);
        Store.Compact();
        return this;
    }

    private static AccessRule Rule(IReadOnlyList<string> verbs, string group, params IReadOnlyList<string> resources) =>
        new(verbs, [group], resources, "argocd") { Origin = "RoleBinding \"chatops-bot/argocd\" of Role \"chatops-bot\"" };
}
