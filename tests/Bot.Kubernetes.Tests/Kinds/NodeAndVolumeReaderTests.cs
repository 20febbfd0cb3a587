using Bot.Core.Clusters;
using Bot.Kubernetes.Tests.Input;

namespace Bot.Kubernetes.Tests.Kinds;

/// <summary>Fields that the rules about nodes and volumes stand on and that the recorded dumps do not hold.</summary>
public sealed class NodeAndVolumeReaderTests
{
    [Fact]
    public void Node_says_when_it_last_reported_and_since_when_it_is_tainted()
    {
        var read = TheManifest.One<Node>("""
            apiVersion: v1
            kind: Node
            metadata: {name: worker-1}
            spec: {unschedulable: true, taints: [{key: node.kubernetes.io/unschedulable, effect: NoSchedule, timeAdded: "2026-11-19T02:00:00Z"}, {key: dedicated, value: db, effect: NoExecute}]}
            status: {conditions: [{type: MemoryPressure, status: "False"}, {type: Ready, status: Unknown, lastHeartbeatTime: "2026-11-21T01:49:10Z"}]}
            """);

        read.HeartbeatAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 1, 49, 10, TimeSpan.Zero));
        read.Taints[0].AddedAt.ShouldBe(new DateTimeOffset(2026, 11, 19, 2, 0, 0, TimeSpan.Zero));
        read.Taints[1].ShouldBe(new Taint("dedicated", "db", "NoExecute"));
    }

    [Fact]
    public void Node_without_conditions_reports_nothing() =>
        TheManifest.One<Node>("apiVersion: v1\nkind: Node\nmetadata: {name: worker-1}\nstatus: {conditions: none}\n").HeartbeatAt.ShouldBeNull();

    [Fact]
    public void Volume_says_why_it_failed_and_since_when()
    {
        var read = TheManifest.One<PersistentVolume>("""
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv-1}
            status: {phase: Failed, reason: VolumeFailedDelete, message: still attached, lastPhaseTransitionTime: "2026-11-21T00:30:00Z"}
            """);

        (read.Phase, read.Reason, read.Message).ShouldBe(("Failed", "VolumeFailedDelete", "still attached"));
        read.PhaseSince.ShouldBe(new DateTimeOffset(2026, 11, 21, 0, 30, 0, TimeSpan.Zero));
    }
}
