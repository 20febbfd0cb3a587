using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;
using static Bot.Core.Tests.Diagnosis.DiagnoserTests;

namespace Bot.Core.Tests.Diagnosis;

public sealed class ImpactAssessorTests
{
    [Fact]
    public void Users_suffer_when_no_pod_of_the_workload_is_ready() =>
        ImpactOf(new ThePod().NotReady(), new TheDeployment().Ready(0).Build()).ShouldBe(Impact.Users);

    [Fact]
    public void Fewer_than_wanted_but_serving_costs_redundancy() =>
        ImpactOf(new ThePod().NotReady(), new TheDeployment().Ready(1).Build()).ShouldBe(Impact.Redundancy);

    [Fact]
    public void A_new_version_that_cannot_come_up_beside_a_full_old_one_stops_deployments() =>
        ImpactOf(new ThePod().NotReady(), new TheDeployment().Ready(2).Build()).ShouldBe(Impact.Deployments);

    [Fact]
    public void Nobody_suffers_while_everything_is_ready() =>
        ImpactOf(new ThePod(), new TheDeployment().Build()).ShouldBe(Impact.None);

    [Fact]
    public void A_workload_scaled_to_nothing_harms_nobody() =>
        ImpactOf(new ThePod().NotReady(), new TheDeployment(replicas: 0).Build()).ShouldBe(Impact.None);

    [Fact]
    public void A_stopped_component_of_argo_cd_stops_deployments_and_no_users() =>
        ImpactOf(new ThePod("argocd-server-6797f58b49-x", "argocd-server", "argocd").NotReady(), new TheDeployment("argocd-server", "argocd").Ready(0).Build()).ShouldBe(Impact.Deployments);

    [Fact]
    public void What_a_stopped_system_component_costs_cannot_be_seen() =>
        ImpactOf(new ThePod("coredns-6797f58b49-x", "coredns", "kube-system").NotReady(), new TheDeployment("coredns", "kube-system").Ready(0).Build()).ShouldBe(Impact.Unknown);

    [Fact]
    public void Users_suffer_when_the_service_has_no_ready_endpoint_though_pods_are_ready() =>
        ImpactOf(new ThePod(), new TheDeployment().Build(), TheService.Of(), TheService.SliceOf(ready: 0, notReady: 2)).ShouldBe(Impact.Users);

    [Fact]
    public void Users_suffer_when_the_probe_of_the_address_in_front_fails()
    {
        var ingress = new Ingress { Metadata = TheMetadata.Of("wealist-prod", "web"), Paths = [new IngressPath("media.example", "/", "media-service", "80")] };
        var probe = new ProbeResult { Metadata = TheMetadata.Of("", "media"), Url = "https://media.example/health", Status = 503 };

        ImpactOf(new ThePod().NotReady(), new TheDeployment().Ready(1).Build(), TheService.Of(), TheService.SliceOf(ready: 1), ingress, probe).ShouldBe(Impact.Users);
        ImpactOf(new ThePod().NotReady(), new TheDeployment().Ready(1).Build(), TheService.Of(), TheService.SliceOf(ready: 1), ingress, probe with { Status = 200 }).ShouldBe(Impact.Redundancy);
    }

    [Fact]
    public void A_bare_pod_behind_nothing_is_unknown() =>
        ImpactOf(new ThePod().OwnedBy(null).NotReady()).ShouldBe(Impact.Unknown);

    private static Impact ImpactOf(Pod pod, params ClusterObject[] others) =>
        Diagnose(new TheSnapshot().With(pod).With(others), ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, pod.Ref))).Findings.Single().Impact;
}
