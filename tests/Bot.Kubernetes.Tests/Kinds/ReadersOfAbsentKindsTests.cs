using Bot.Core.Clusters;
using Bot.Kubernetes.Tests.Input;

namespace Bot.Kubernetes.Tests.Kinds;

/// <summary>Kinds that the recorded dumps do not hold. The others are read from there.</summary>
public sealed class ReadersOfAbsentKindsTests
{
    [Fact]
    public void ExternalSecret()
    {
        var read = TheManifest.One<ExternalSecret>("""
            apiVersion: external-secrets.io/v1beta1
            kind: ExternalSecret
            metadata: {name: db, namespace: shop}
            spec: {secretStoreRef: {name: aws, kind: ClusterSecretStore}, target: {creationPolicy: Merge}}
            status: {refreshTime: "2026-11-21T00:00:00Z", conditions: [{type: Ready, status: "False", reason: SecretSyncedError, message: denied}]}
            """);

        (read.StoreKind, read.StoreName, read.TargetName, read.CreationPolicy).ShouldBe(("ClusterSecretStore", "aws", "db", "Merge"));
        read.Conditions.ShouldHaveSingleItem().IsFalse.ShouldBeTrue();
        read.RefreshedAt.ShouldNotBeNull();
    }

    [Fact]
    public void Keys_and_labels_of_the_Secret_that_an_ExternalSecret_makes()
    {
        const string Manifest = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: repo, namespace: argocd, labels: {team: a}}
            spec:
              data: [{secretKey: username, remoteRef: {key: k}}, {secretKey: password, remoteRef: {key: k}}]
            """;

        TheManifest.One<ExternalSecret>(Manifest).TargetLabels["team"].ShouldBe("a");
        var templated = TheManifest.One<ExternalSecret>(Manifest + "\n  target: {template: {metadata: {labels: {argocd.argoproj.io/secret-type: repository}}, data: {url: x, password: y}}}\n");
        templated.TargetLabels.ShouldBe(StringMap.From([new("argocd.argoproj.io/secret-type", "repository")]));
        templated.Keys.ShouldBe(["username", "password", "url"]);
    }

    [Fact]
    public void SecretStores_of_both_scopes()
    {
        TheManifest.One<SecretStore>("apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: {name: aws}\n").Kind.ShouldBe("ClusterSecretStore");
        TheManifest.One<SecretStore>("apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: aws, namespace: shop}\n").IsClusterWide.ShouldBeFalse();
    }

    [Fact]
    public void Webhook_configurations()
    {
        var read = TheManifest.One<WebhookConfiguration>("""
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: secretstore-validate}
            webhooks:
            - name: validate.externalsecret
              clientConfig: {caBundle: LS0t, service: {name: external-secrets-webhook, namespace: external-secrets, port: 443}}
              rules: [{apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [externalsecrets, secretstores]}]
            - name: by-url
              failurePolicy: Ignore
              clientConfig: {url: "https://elsewhere"}
            """);

        read.IsMutating.ShouldBeFalse();
        read.Webhooks[0].ServiceName.ShouldBe("external-secrets-webhook");
        read.Webhooks[0].FailurePolicy.ShouldBe("Fail");
        read.Webhooks[0].Resources.ShouldBe(["external-secrets.io/externalsecrets", "external-secrets.io/secretstores"]);
        (read.Webhooks[1].FailurePolicy, read.Webhooks[1].Url).ShouldBe(("Ignore", "https://elsewhere"));
    }

    [Fact]
    public void Custom_resource_definition()
    {
        var read = TheManifest.One<CustomResourceDefinition>("""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: rollouts.argoproj.io}
            spec:
              group: argoproj.io
              names: {kind: Rollout, plural: rollouts}
              scope: Namespaced
              versions: [{name: v1alpha1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}, {name: v1, served: false, storage: false}]
            status: {conditions: [{type: Established, status: "True", reason: InitialNamesAccepted}]}
            """);

        (read.Group, read.DefinedKind).ShouldBe(("argoproj.io", "Rollout"));
        read.ServedVersions.ShouldBe(["v1alpha1"]);
        read.Conditions.ShouldHaveSingleItem().IsTrue.ShouldBeTrue();
    }

    [Fact]
    public void Gateway_and_route()
    {
        var input = TheManifest.Read("""
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: istio-system}
            spec: {gatewayClassName: istio}
            status:
              addresses: [{type: Hostname, value: a.elb}]
              conditions: [{type: Programmed, status: "True"}]
              listeners: [{name: https, conditions: [{type: ResolvedRefs, status: "False"}]}]
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: shop}
            spec: {hostnames: [a.example], rules: [{backendRefs: [{name: web, port: 80}, {name: other, namespace: x}, {kind: Bucket, name: b}]}]}
            status: {parents: [{conditions: [{type: Accepted, status: "True"}]}]}
            """);

        var gateway = input.Snapshot.All<Gateway>().ShouldHaveSingleItem();
        gateway.Addresses.ShouldBe(["a.elb"]);
        gateway.ListenerConditions.ShouldHaveSingleItem().Type.ShouldBe("https:ResolvedRefs");
        var route = input.Snapshot.All<HttpRoute>().ShouldHaveSingleItem();
        route.Backends.ShouldBe([new ObjectRef("Service", "shop", "web"), new ObjectRef("Service", "x", "other")]);
        route.Conditions.ShouldHaveSingleItem().Type.ShouldBe("Accepted");
    }

    [Fact]
    public void Gateway_certificates_and_the_parents_of_a_route()
    {
        var input = TheManifest.Read("""
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: infra}
            spec: {gatewayClassName: istio, listeners: [{name: https, port: 443, tls: {certificateRefs: [{name: edge-tls}, {kind: Secret, namespace: certs, name: other}]}}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: shop}
            spec: {parentRefs: [{name: edge, namespace: infra}, {group: "", kind: Service, name: web}]}
            """);

        input.Snapshot.All<Gateway>().ShouldHaveSingleItem().Certificates.ShouldBe([new ObjectRef("Secret", "infra", "edge-tls"), new ObjectRef("Secret", "certs", "other")]);
        input.Snapshot.All<HttpRoute>().ShouldHaveSingleItem().Gateways.ShouldBe([new ObjectRef("Gateway.gateway.networking.k8s.io", "infra", "edge")]);
    }

    [Fact]
    public void NetworkPolicy()
    {
        var read = TheManifest.One<NetworkPolicy>("""
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: web}}
              policyTypes: [Ingress]
              ingress:
              - from: [{podSelector: {}, namespaceSelector: {matchLabels: {team: a}}}, {ipBlock: {cidr: 10.0.0.0/8}}]
                ports: [{port: http}, {port: 8000, endPort: 8010, protocol: UDP}]
            """);

        (read.LimitsIngress, read.LimitsEgress).ShouldBe((true, false));
        var rule = read.Ingress.ShouldHaveSingleItem();
        rule.Peers[0].Pods!.MatchLabels.Count.ShouldBe(0);
        rule.Peers[0].Namespaces!.MatchLabels["team"].ShouldBe("a");
        rule.Peers[1].Cidr.ShouldBe("10.0.0.0/8");
        rule.Ports.ShouldBe([new NetworkPolicyPort("http", 0, "TCP"), new NetworkPolicyPort("8000", 8010, "UDP")]);
    }

    [Fact]
    public void NetworkPolicy_that_does_not_name_its_types()
    {
        TheManifest.One<NetworkPolicy>("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a, namespace: b}\nspec: {podSelector: {}}\n").LimitsEgress.ShouldBeFalse();
        TheManifest.One<NetworkPolicy>("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a, namespace: b}\nspec: {podSelector: {}, egress: [{}]}\n").LimitsEgress.ShouldBeTrue();
    }

    [Fact]
    public void Istio_security()
    {
        var peers = TheManifest.One<PeerAuthentication>("""
            apiVersion: security.istio.io/v1beta1
            kind: PeerAuthentication
            metadata: {name: default, namespace: shop}
            spec: {selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}, portLevelMtls: {"8080": {mode: PERMISSIVE}}}
            """);
        (peers.Mode, peers.PortModes["8080"], peers.Selector!.MatchLabels["app"]).ShouldBe(("STRICT", "PERMISSIVE", "web"));

        var nobody = TheManifest.One<AuthorizationPolicy>("apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: allow-nothing, namespace: shop}\nspec: {}\n");
        (nobody.Action, nobody.RuleCount, nobody.Selector, nobody.HasTargets).ShouldBe(("ALLOW", 0, null, false));
    }

    [Fact]
    public void Istio_routing()
    {
        var input = TheManifest.Read("""
            apiVersion: networking.istio.io/v1alpha3
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec:
              hosts: [shop.example]
              gateways: [istio-system/edge]
              http:
              - match: [{uri: {prefix: /}}]
                route: [{destination: {host: web, subset: v1, port: {number: 80}}, weight: 90}, {destination: {host: web.shop.svc.cluster.local, subset: v2}, weight: 10}]
                mirror: {host: shadow}
              tcp: [{route: [{destination: {host: db}}]}]
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: web, namespace: shop}
            spec:
              host: web
              trafficPolicy: {tls: {mode: ISTIO_MUTUAL}, portLevelSettings: [{port: {number: 9000}, tls: {mode: DISABLE}}]}
              subsets: [{name: v1, labels: {version: v1}}]
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: istio-system}
            spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [shop.example], tls: {mode: SIMPLE, credentialName: edge-tls}}]}
            """);

        var route = input.Snapshot.All<VirtualService>().ShouldHaveSingleItem();
        route.IsPublic.ShouldBeTrue();
        route.Destinations.ShouldBe(
        [
            new RouteDestination("web", "v1", 90, "spec.http[0].route[0].destination"),
            new RouteDestination("web.shop.svc.cluster.local", "v2", 10, "spec.http[0].route[1].destination"),
            new RouteDestination("shadow", "", 100, "spec.http[0].mirror"),
            new RouteDestination("db", "", 100, "spec.tcp[0].route[0].destination"),
        ]);
        var rule = input.Snapshot.All<DestinationRule>().ShouldHaveSingleItem();
        (rule.Host, rule.TlsMode, rule.PortTlsModes["9000"], rule.Subsets[0].Name).ShouldBe(("web", "ISTIO_MUTUAL", "DISABLE", "v1"));
        var gateway = input.Snapshot.All<IstioGateway>().ShouldHaveSingleItem();
        (gateway.Kind, gateway.Servers[0].Port, gateway.Servers[0].CredentialName).ShouldBe(("Gateway.networking.istio.io", 443, "edge-tls"));
        input.Snapshot.All<Gateway>().ShouldBeEmpty();
    }

    [Fact]
    public void Namespace_knows_since_when_it_asks_for_sidecars() =>
        TheManifest.One<Namespace>("""
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop
              labels: {istio-injection: enabled}
              managedFields: [{manager: kubectl-label, operation: Update, time: "2026-11-20T10:00:00Z", fieldsType: FieldsV1, fieldsV1: {"f:metadata": {"f:labels": {"f:istio-injection": {}}}}}]
            """).InjectionLabelledAt!.Value.Hour.ShouldBe(10);

    [Fact]
    public void Certificate_and_rollout()
    {
        TheManifest.One<Certificate>("""
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata: {name: web, namespace: shop}
            spec: {secretName: web-tls, dnsNames: [a.example], issuerRef: {name: letsencrypt, kind: ClusterIssuer}}
            status: {notAfter: "2026-12-01T00:00:00Z", renewalTime: "2026-11-01T00:00:00Z", failedIssuanceAttempts: 3}
            """).FailedIssuanceAttempts.ShouldBe(3);
        var rollout = TheManifest.One<Rollout>("""
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            metadata: {name: web, namespace: shop}
            spec: {replicas: 3}
            status: {observedGeneration: "5", phase: Degraded, abort: true, currentStepIndex: 2, pauseConditions: [{reason: CanaryPauseStep}]}
            """);
        (rollout.ObservedGeneration, rollout.Phase, rollout.Aborted, rollout.Paused, rollout.CurrentStepIndex).ShouldBe((5L, "Degraded", true, true, 2));
    }

    [Fact]
    public void Analysis_run_with_its_last_measurement()
    {
        var read = TheManifest.One<AnalysisRun>("""
            apiVersion: argoproj.io/v1alpha1
            kind: AnalysisRun
            metadata: {name: web-1, namespace: shop, ownerReferences: [{apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web, uid: u, controller: true}]}
            status:
              phase: Failed
              message: Metric "success-rate" assessed Failed
              metricResults:
              - name: success-rate
                phase: Failed
                measurements: [{phase: Successful, value: "[0.99]"}, {phase: Failed, value: "[0.81]", message: too low, finishedAt: "2026-11-21T00:09:56Z"}]
              - {name: odd, measurements: none}
            """);

        (read.Phase, read.Metadata.Controller!.Kind, read.Metrics.Length).ShouldBe(("Failed", "Rollout", 2));
        (read.Metrics[0].Value, read.Metrics[0].Message, read.Metrics[0].MeasuredAt!.Value.Minute).ShouldBe(("[0.81]", "too low", 9));
    }

    [Fact]
    public void Limits_of_a_namespace()
    {
        var limit = TheManifest.One<LimitRange>("""
            apiVersion: v1
            kind: LimitRange
            metadata: {name: default, namespace: shop}
            spec: {limits: [{type: Container, max: {memory: 1Gi}, min: {cpu: 10m}, maxLimitRequestRatio: {cpu: 4}}]}
            """).Limits.ShouldHaveSingleItem();

        (limit.Type, limit.Max["memory"], limit.Min["cpu"], limit.MaxLimitRequestRatio["cpu"]).ShouldBe(("Container", "1Gi", "10m", "4"));
    }

    [Fact]
    public void Deployment_knows_when_its_spec_changed_and_autoscaler_what_it_sees()
    {
        TheManifest.One<Deployment>("""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              managedFields:
              - {manager: argocd, operation: Apply, time: "2026-11-21T00:20:00Z"}
              - {manager: kubectl, operation: Update, time: "2026-11-21T00:10:00Z"}
              - {manager: kube-controller-manager, operation: Update, subresource: status, time: "2026-11-21T00:29:00Z"}
            """).SpecChangedAt!.Value.Minute.ShouldBe(20);
        TheManifest.One<HorizontalPodAutoscaler>("""
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: shop}
            spec: {metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}, {type: External, external: {}}]}
            status: {lastScaleTime: "2026-11-21T00:10:00Z", currentMetrics: [{type: ""}, {type: Resource, resource: {name: cpu, current: {averageUtilization: 93, averageValue: 93m}}}]}
            """).Metrics[0].ShouldBe(new HpaMetric("cpu", "70%", "93%"));
    }

    [Fact]
    public void Project_windows_and_events_of_the_newer_api()
    {
        TheManifest.One<AppProject>("""
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: prod, namespace: argocd}
            spec: {syncWindows: [{kind: deny, schedule: "0 22 * * *", duration: 8h, timeZone: Asia/Seoul, applications: ["*"], manualSync: true}]}
            """).SyncWindows.ShouldHaveSingleItem().ManualSync.ShouldBeTrue();
        var read = TheManifest.One<Event>("""
            apiVersion: events.k8s.io/v1
            kind: Event
            metadata: {name: a, namespace: shop}
            regarding: {kind: Gateway, apiVersion: gateway.networking.k8s.io/v1, name: edge, namespace: shop}
            note: hello
            reason: Why
            type: Warning
            reportingController: c
            eventTime: "2026-11-21T00:00:00.000000Z"
            series: {count: 7, lastObservedTime: "2026-11-21T00:10:00.000000Z"}
            """);
        (read.Regarding.Kind, read.Message, read.Count, read.Component).ShouldBe(("Gateway.gateway.networking.k8s.io", "hello", 7, "c"));
        read.LastAt!.Value.Minute.ShouldBe(10);
    }

    [Fact]
    public void Application_of_several_sources_with_an_operation()
    {
        var read = TheManifest.One<Application>("""
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: root, namespace: argocd, annotations: {argocd.argoproj.io/skip-reconcile: "true"}}
            spec:
              sources: [{repoURL: a, targetRevision: main, path: x}, {repoURL: b, chart: c}]
              source: {repoURL: ignored}
              syncPolicy: {automated: {enabled: null, prune: true}, retry: {limit: -1, refresh: true}}
            operation: {sync: {revision: sha1, autoHealAttemptsCount: 6, resources: [{kind: Pod, name: a}]}, initiatedBy: {username: kim}}
            status: {operationState: {phase: Running, retryCount: 2, syncResult: null}}
            """);

        read.Sources.Select(source => source.RepoUrl).ShouldBe(["a", "b"]);
        (read.IsAutomated, read.IsFrozen, read.Retry!.Limit, read.Retry.Refresh).ShouldBe((true, true, -1L, true));
        (read.Operation!.IsPartial, read.Operation.Revision, read.Operation.InitiatedBy, read.Operation.SelfHealAttempts).ShouldBe((true, "sha1", "kim", 6L));
        (read.OperationState!.RetryCount, read.OperationState.SyncResult).ShouldBe((2L, null));
    }

    [Fact]
    public void Monitors_and_the_Prometheus_that_takes_them()
    {
        var services = TheManifest.One<ServiceMonitor>("""
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: {name: argocd-metrics, namespace: monitoring, labels: {release: kube-prometheus-stack}}
            spec: {selector: {matchLabels: {app: argocd}}, namespaceSelector: {matchNames: [argocd]}, endpoints: [{port: metrics}, {targetPort: 8082}, {port: metrics}]}
            """);
        var pods = TheManifest.One<PodMonitor>("""
            apiVersion: monitoring.coreos.com/v1
            kind: PodMonitor
            metadata: {name: envoy, namespace: monitoring}
            spec: {selector: {}, namespaceSelector: {any: true}, podMetricsEndpoints: [{port: http-envoy-prom}]}
            """);
        var prometheus = TheManifest.One<Prometheus>("""
            apiVersion: monitoring.coreos.com/v1
            kind: Prometheus
            metadata: {name: main, namespace: monitoring}
            spec: {serviceMonitorSelector: {matchLabels: {release: kube-prometheus-stack}}, serviceMonitorNamespaceSelector: {}, podMonitorSelector: none}
            """);

        services.Ports.ShouldBe(["metrics"]);
        (services.Covers("argocd"), services.Covers("monitoring")).ShouldBe((true, false));
        pods.Ports.ShouldBe(["http-envoy-prom"]);
        (pods.AnyNamespace, pods.Covers("shop")).ShouldBe((true, true));
        prometheus.ServiceMonitors!.Matches(services.Metadata.Labels).ShouldBeTrue();
        prometheus.ServiceMonitorNamespaces.ShouldNotBeNull();
        (prometheus.PodMonitors, prometheus.PodMonitorNamespaces).ShouldBe((null, null));
    }
}
