using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Tests.Diagnosis.Pods;

public sealed class SchedulerMessageTests
{
    private const string Preemption = " preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.";

    [Theory]
    [InlineData("0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu, 2 Insufficient memory. no new claims to deallocate," + Preemption, nameof(PodFault.NoRoom))]
    [InlineData("0/3 nodes are available: 3 Too many pods." + Preemption, nameof(PodFault.TooManyPods))]
    [InlineData("0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {node.kubernetes.io/disk-pressure: }." + Preemption, nameof(PodFault.Tainted))]
    [InlineData("0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {dedicated: batch}." + Preemption, nameof(PodFault.NoRoom))]
    [InlineData("0/3 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate, 2 node(s) didn't match Pod's node affinity/selector.", nameof(PodFault.NoNodeMatches))]
    [InlineData("0/4 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 1 node(s) didn't match pod topology spread constraints.", nameof(PodFault.NoNodeMatches))]
    [InlineData("0/1 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.", nameof(PodFault.Tainted))]
    [InlineData("0/3 nodes are available: 3 node(s) were unschedulable.", nameof(PodFault.Tainted))]
    [InlineData("0/6 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 5 node(s) had volume node affinity conflict.", nameof(PodFault.WrongZone))]
    [InlineData("0/6 nodes are available: 2 Insufficient memory, 4 node(s) had volume node affinity conflict.", nameof(PodFault.NoRoom))]
    [InlineData("0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports.", nameof(PodFault.NoRoom))]
    [InlineData("0/3 nodes are available: 3 node(s) exceed max volume count.", nameof(PodFault.NoRoom))]
    [InlineData("0/3 nodes are available: 3 node(s) didn't find available persistent volumes to bind.", nameof(PodFault.ClaimNotBound))]
    [InlineData("0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims." + Preemption, nameof(PodFault.ClaimNotBound))]
    [InlineData("0/3 nodes are available: persistentvolumeclaim \"video-recordings\" not found. not found", nameof(PodFault.ClaimNotBound))]
    public void One_reason_speaks(string message, string fault) => SchedulerMessage.Read(message)!.Value.Fault.ToString().ShouldBe(fault);

    [Fact]
    public void The_taint_is_named_and_what_preemption_says_is_left_out()
    {
        var (fault, reasons, name) = SchedulerMessage.Read("0/2 nodes are available: 2 node(s) had untolerated taint {dedicated: batch}. preemption: 0/2 nodes are available: 1 Insufficient cpu.")!.Value;

        fault.ShouldBe(PodFault.Tainted);
        reasons.ShouldBe("2 node(s) had untolerated taint {dedicated: batch}");
        name.ShouldBe("dedicated");
    }

    [Fact]
    public void The_claim_is_named() => SchedulerMessage.Read("0/3 nodes are available: persistentvolumeclaim \"video-recordings\" not found.")!.Value.Name.ShouldBe("video-recordings");

    [Theory]
    [InlineData("")]
    [InlineData("no nodes available to schedule pods")]
    [InlineData("0/3 nodes are available: 3 node(s) had a reason of a later version.")]
    [InlineData("0/3 nodes are available: , . preemption:")]
    public void An_unknown_sentence_names_nothing(string message) => SchedulerMessage.Read(message).ShouldBeNull();
}
