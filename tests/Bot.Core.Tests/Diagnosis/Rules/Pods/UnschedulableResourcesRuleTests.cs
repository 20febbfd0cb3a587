using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class UnschedulableResourcesRuleTests
{
    private const string Message = "0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu, 2 Insufficient memory. preemption: 0/3 nodes are available.";

    [Fact]
    public void Fires_with_what_is_missing_and_the_largest_room()
    {
        var node = new Node { Metadata = TheMetadata.Of("", "small"), AllocatableCpu = new Quantity("2"), AllocatableMemory = new Quantity("4Gi") };
        var cordoned = new Node { Metadata = TheMetadata.Of("", "old"), Unschedulable = true };

        var finding = Evaluated.By(RuleIds.PodUnschedulableResources, A(TimeSpan.FromMinutes(3)), new TheDeployment().Ready(0).Build(), node, cordoned).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["missing"].ShouldBe("cpu, memory");
        finding.Variant.ShouldBe("cordoned");
        finding.Evidence.ShouldContain(fact => fact.Object.Name == "small" && fact.Value == "cpu 2, memory 4Gi");
    }

    [Fact]
    public void Waits_three_minutes() => Evaluated.By(RuleIds.PodUnschedulableResources, A(TimeSpan.FromSeconds(179))).ShouldBeEmpty();

    [Fact]
    public void Another_reason_of_the_scheduler_is_another_rule() =>
        Evaluated.By(RuleIds.PodUnschedulableResources, new ThePod().Unschedulable("0/3 nodes are available: 3 node(s) had untolerated taint {a: b}.", TimeSpan.FromHours(1)).Build()).ShouldBeEmpty();

    [Fact]
    public void A_node_that_was_just_ordered_is_awaited()
    {
        var pod = A(TimeSpan.FromMinutes(10));

        Evaluated.By(RuleIds.PodUnschedulableResources, pod, ScaleUp(pod, TimeSpan.FromMinutes(4))).ShouldBeEmpty();
        Evaluated.By(RuleIds.PodUnschedulableResources, pod, ScaleUp(pod, TimeSpan.FromMinutes(6))).ShouldHaveSingleItem();
    }

    [Fact]
    public void Without_nodes_it_fires_but_says_nothing_of_their_room() =>
        Evaluated.By(RuleIds.PodUnschedulableResources, A(TimeSpan.FromMinutes(3))).ShouldHaveSingleItem().Evidence.ShouldNotContain(fact => fact.Object.Kind == "Node");

    private static Pod A(TimeSpan since) => new ThePod().Unschedulable(Message, since);

    private static Event ScaleUp(Pod pod, TimeSpan ago) => new()
    {
        Metadata = TheMetadata.Of(pod.Namespace, "scale-up"),
        Regarding = pod.Ref,
        RegardingUid = pod.Metadata.Uid,
        Reason = "TriggeredScaleUp",
        LastAt = TheSnapshot.Now - ago,
    };
}
