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

    [Fact]
    public void A_lost_node_harms_those_whose_only_pod_ran_there()
    {
        var node = new Node { Metadata = TheMetadata.Of("", "node-1"), Conditions = [new Condition("Ready", "Unknown", "NodeStatusUnknown", "", null)] };
        var pod = new ThePod().NotReady().Build() with { NodeName = "node-1" };

        ImpactOf(node.Ref, node, pod, new TheDeployment().Ready(0).Build()).ShouldBe(Impact.Users);
        ImpactOf(node.Ref, node, pod, new TheDeployment().Ready(1).Build()).ShouldBe(Impact.Redundancy);
        ImpactOf(node.Ref, node with { Conditions = [new Condition("Ready", "True", "KubeletReady", "", null)] }, pod, new TheDeployment().Ready(0).Build()).ShouldBe(Impact.None, "the node is well: the pod has a fault of its own");
    }

    [Fact]
    public void A_claim_and_a_secret_harm_the_pods_that_wait_for_them()
    {
        var waiting = new ThePod().NotReady().Build() with { Claims = ["data"], Secrets = ["db-auth"] };
        var secret = new ExternalSecret { Metadata = TheMetadata.Of("wealist-prod", "maker"), TargetName = "db-auth" };

        ImpactOf(new ObjectRef("PersistentVolumeClaim", "wealist-prod", "data"), waiting, new TheDeployment().Ready(0).Build()).ShouldBe(Impact.Users);
        ImpactOf(secret.Ref, secret, waiting, new TheDeployment().Ready(0).Build()).ShouldBe(Impact.Users);
        ImpactOf(secret.Ref, secret, new ThePod().Build() with { Secrets = ["db-auth"] }, new TheDeployment().Build()).ShouldBe(Impact.None, "what runs has its Secret");
    }

    [Fact]
    public void An_autoscaler_costs_what_its_target_costs()
    {
        var scaler = new HorizontalPodAutoscaler { Metadata = TheMetadata.Of("wealist-prod", "media"), TargetKind = "Deployment", TargetName = "media-service" };

        ImpactOf(scaler.Ref, scaler, new ThePod().Build(), new TheDeployment().Build()).ShouldBe(Impact.None);
        ImpactOf(scaler.Ref, scaler, new ThePod().NotReady().Build(), new TheDeployment().Ready(1).Build()).ShouldBe(Impact.Redundancy);
    }

    [Fact]
    public void Users_suffer_when_a_path_leads_to_no_service_or_to_no_port()
    {
        var ingress = new Ingress { Metadata = TheMetadata.Of("wealist-prod", "web"), Paths = [new IngressPath("media.example", "/", "media-servic", "80")] };

        ImpactOf(ingress.Ref, ingress, TheService.Of()).ShouldBe(Impact.Users);
        ImpactOf(ingress.Ref, ingress with { Paths = [new IngressPath("media.example", "/", "media-service", "81")] }, TheService.Of() with { Ports = [new ServicePort("http", 80, "8080", "TCP")] }, TheService.SliceOf(ready: 1)).ShouldBe(Impact.Users);
    }

    [Fact]
    public void A_gateway_is_judged_by_the_routes_bound_to_it_and_by_its_probe()
    {
        var gateway = new Gateway { Metadata = TheMetadata.Of("wealist-prod", "door") };
        var route = new HttpRoute { Metadata = TheMetadata.Of("wealist-prod", "media"), Hostnames = ["media.example"], Gateways = [gateway.Ref], Backends = [new ObjectRef("Service", "wealist-prod", "media-service")] };
        var probe = new ProbeResult { Metadata = TheMetadata.Of("", "media"), Url = "https://media.example/", Status = 200 };

        ImpactOf(gateway.Ref, gateway, route, TheService.Of(), TheService.SliceOf(ready: 0, notReady: 1)).ShouldBe(Impact.Users);
        ImpactOf(gateway.Ref, gateway, route, TheService.Of(), TheService.SliceOf(ready: 1)).ShouldBe(Impact.Unknown, "whether people come through is not visible");
        ImpactOf(gateway.Ref, gateway, route, TheService.Of(), TheService.SliceOf(ready: 1), probe).ShouldBe(Impact.None);
        ImpactOf(gateway.Ref, gateway, route, TheService.Of(), TheService.SliceOf(ready: 1), probe with { Status = 503 }).ShouldBe(Impact.Users);
    }

    [Fact]
    public void A_certificate_harms_people_from_the_moment_at_which_it_ends()
    {
        var certificate = new Certificate { Metadata = TheMetadata.Of("wealist-prod", "web"), SecretName = "web-tls", NotAfter = TheSnapshot.Now.AddDays(-1) };
        var ingress = new Ingress { Metadata = TheMetadata.Of("wealist-prod", "web"), TlsSecrets = ["web-tls"] };

        ImpactOf(certificate.Ref, certificate, ingress).ShouldBe(Impact.Users);
        ImpactOf(certificate.Ref, certificate with { NotAfter = TheSnapshot.Now.AddDays(1) }, ingress).ShouldBe(Impact.None);
    }

    [Fact]
    public void A_hook_holds_up_deliveries_and_another_job_does_not()
    {
        var job = new Job { Metadata = TheMetadata.Of("wealist-prod", "migrate") };

        ImpactOf(job.Ref, job).ShouldBe(Impact.None);
        ImpactOf(job.Ref, job with { Metadata = job.Metadata with { Annotations = StringMap.From([KeyValuePair.Create("argocd.argoproj.io/hook", "PreSync")]) } }).ShouldBe(Impact.Deployments);
    }

    [Fact]
    public void A_dead_webhook_holds_up_deliveries_unless_it_is_to_be_ignored()
    {
        var webhook = new Webhook { Name = "w", ServiceNamespace = "wealist-prod", ServiceName = "media-service" };
        var configuration = new WebhookConfiguration { Metadata = TheMetadata.Of("", "guard"), Webhooks = [webhook] };

        ImpactOf(configuration.Ref, configuration, TheService.Of(), TheService.SliceOf(ready: 0)).ShouldBe(Impact.Deployments);
        ImpactOf(configuration.Ref, configuration with { Webhooks = [webhook with { FailurePolicy = "Ignore" }] }, TheService.Of(), TheService.SliceOf(ready: 0)).ShouldBe(Impact.None);
    }

    private static Impact ImpactOf(ObjectRef subject, params ClusterObject[] objects) =>
        Diagnose(new TheSnapshot().With(objects), ARule.Finding("x.fault", A("x.fault", subject))).Findings.Single().Impact;

    private static Impact ImpactOf(Pod pod, params ClusterObject[] others) =>
        Diagnose(new TheSnapshot().With(pod).With(others), ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, pod.Ref))).Findings.Single().Impact;
}
