using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>Watches that begin with the present state, and logs.</summary>
internal static class StreamPlan
{
    private const string AuthPod = "auth-service-695797cbbd-6vhcj";

    public static IReadOnlyList<ReplayedExchange> All { get; } =
    [
        new("080-watch-apps-one", static stage => Resumed(stage, "080-watch-apps-one", 839)) { StreamSeconds = 4 },
        new("082-watch-no-rv", static stage => Present(stage, "082-watch-no-rv")) { StreamSeconds = 3 },
        new("083-watchlist-pods", static stage => Present(stage, "083-watchlist-pods")) { StreamSeconds = 4, HeadOnly = true }, // bookmarks near the end come by a timer of the server; own tests hold them
        new("084-watchlist-apps", static stage => Present(stage, "084-watchlist-apps")) { StreamSeconds = 4, HeadOnly = true },
        new("088-watch-future-rv", static stage => stage.At(853)) { StreamSeconds = 7 },
        new("168-log-tail", static stage => Logs(stage, AuthPod, "168-log-tail", previous: false)),
        new("169-log-timestamps", static stage => TimedLogs(stage, "169-log-timestamps")) { HeadOnly = true }, // the clock here has seven digits, the recorded one nine
        new("170-log-previous", static stage => Logs(stage, "chat-service-55c57d658-fvflg", "170-log-previous", previous: true)),
        new("171-log-limitbytes", static stage => Logs(stage, AuthPod, "171-log-limitbytes", previous: false, more: "fo\",\"rest\":\"not sent\"}")),
        new("172-log-400-container", static stage => stage.Items("021-list-pods-rv0-limit-ignored")),
        new("173-log-404-pod"),
        new("176-log-400-args", static stage => stage.Items("021-list-pods-rv0-limit-ignored")),
        new("181-gzip-watch-plain", static stage => Present(stage, "181-gzip-watch-plain")) { StreamSeconds = 2, HeadOnly = true },
        new("182-watch-selector-leave-enter", static stage => Relabelled(stage)) { StreamSeconds = 4 },
        new("198-watch-410-pods", static stage => stage.At(69_002)),
        new("199-watch-410-apps", static stage => stage.At(69_002)) { MayDiffer = ["object.message"] }, // names the oldest version that the real cache of this kind held
    ];

    /// <summary>What the watch found when it began.</summary>
    private static void Present(ReplayStage stage, string recording)
    {
        foreach (var added in Recording.Read(recording).Events().TakeWhile(static change => change.Text("type") == "ADDED"))
        {
            stage.Put((JsonObject)added["object"]!.DeepClone());
        }
    }

    /// <summary>What happened after the revision from which the watch resumes.</summary>
    private static void Resumed(ReplayStage stage, string recording, long from)
    {
        var changes = Recording.Read(recording).Events();
        stage.Put((JsonObject)changes[0]["object"]!.DeepClone(), body =>
        {
            body.Set($"{from}", "metadata", "resourceVersion");
            body.Set("before", "metadata", "annotations", "w");
        });
        stage.At(from);
        foreach (var change in changes)
        {
            stage.Put((JsonObject)change["object"]!.DeepClone());
        }
    }

    private static void Relabelled(ReplayStage stage)
    {
        var labelled = (JsonObject)Recording.Read("182-watch-selector-leave-enter").Events()[1]["object"]!.DeepClone();
        void Put(string revision, string team) => stage.Put((JsonObject)labelled.DeepClone(), body =>
        {
            body.Set(revision, "metadata", "resourceVersion");
            body.Set(team, "metadata", "labels", "team");
        });

        Put("2332", "a");
        stage.At(2332);
        Put("2333", "b");
        Put("2334", "a");
    }

    private static void Logs(ReplayStage stage, string pod, string recording, bool previous, string more = "")
    {
        stage.Items("021-list-pods-rv0-limit-ignored");
        var text = System.Text.Encoding.UTF8.GetString(Recording.Read(recording).Body) + more;
        var container = pod.StartsWith("auth", StringComparison.Ordinal) ? "auth-service" : "chat-service";
        stage.Store.Logs.Append("wealist-prod", pod, container, previous, [.. text.TrimEnd('\n').Split('\n').Select(line => new LogLine(stage.Clock.GetUtcNow(), line))]);
    }

    private static void TimedLogs(ReplayStage stage, string recording) => Logs(stage, AuthPod, recording, previous: false);
}
