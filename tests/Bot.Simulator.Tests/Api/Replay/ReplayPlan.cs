namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>Which exchanges are repeated and from which state, and which are not and why.</summary>
internal static class ReplayPlan
{
    private const string NoApply = "server-side apply is not simulated; kubectl apply needs OpenAPI and is out of scope";
    private const string NoSuchPolicy = "Pod Security and quota are not enforced";
    private const string NoMetrics = "there is no aggregated API behind the simulator";
    private const string NoRestart = "the simulator has no start-up phase and no overload protection";
    private const string OwnTest = "the life of the cluster made these events; own tests cover the feature";

    public static IReadOnlyList<ReplayedExchange> All { get; } = [.. ReadingPlan.All, .. WritingPlan.All, .. ObjectLifePlan.All, .. AccessPlan.All, .. StreamPlan.All];

    public static IReadOnlyDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["004-readyz-verbose"] = "the list of checks is that of another build",
        ["035-proto-pods"] = "protobuf is not served",
        ["036-proto-nodes"] = "protobuf is not served",
        ["037-proto-events"] = "protobuf is not served",
        ["073-ssa-200"] = NoApply,
        ["074-ssa-409-conflict"] = NoApply,
        ["075-ssa-force-200"] = NoApply,
        ["076-ssa-create-201"] = NoApply,
        ["078-watch-pods"] = OwnTest,
        ["079-watch-apps"] = OwnTest,
        ["081-watch-metadata"] = OwnTest,
        ["086-watch-cut-middle"] = "the recorder cut the body",
        ["160-lease-400-time"] = "the formats of times inside a spec are not checked",
        ["164-watch-events"] = OwnTest,
        ["165-create-403-podsecurity"] = NoSuchPolicy,
        ["166-create-warning-podsecurity"] = NoSuchPolicy,
        ["167-create-403-quota"] = NoSuchPolicy,
        ["174-log-previous-400"] = "the recorded text is that of a stand-in for the kubelet",
        ["175-log-follow-cut"] = "the client cut the stream; an own test follows a log",
        ["183-metrics-pods-200"] = NoMetrics,
        ["184-metrics-nodes-200"] = NoMetrics,
        ["185-metrics-503-backend-down"] = NoMetrics,
        ["187-metrics-503-unavailable"] = NoMetrics,
        ["188-apis-aggregated-stale"] = NoMetrics,
        ["190-restart-503-watch"] = NoRestart,
        ["191-restart-429-pods-rv0"] = NoRestart,
        ["192-restart-503-apps-limit1"] = NoRestart,
        ["193-restart-503-apps"] = NoRestart,
        ["194-restart-500-readyz"] = NoRestart,
        ["195-restart-429-watch"] = NoRestart,
        ["196-restart-429-apps"] = NoRestart,
        ["197-restart-500-readyz"] = NoRestart,
        ["201-flood-429"] = NoRestart,
    };
}
