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
            operation: {sync: {revision: sha1, resources: [{kind: Pod, name: a}]}, initiatedBy: {username: kim}}
            status: {operationState: {phase: Running, retryCount: 2, syncResult: null}}
            """);

        read.Sources.Select(source => source.RepoUrl).ShouldBe(["a", "b"]);
        (read.IsAutomated, read.IsFrozen, read.Retry!.Limit, read.Retry.Refresh).ShouldBe((true, true, -1L, true));
        (read.Operation!.IsPartial, read.Operation.Revision, read.Operation.InitiatedBy).ShouldBe((true, "sha1", "kim"));
        (read.OperationState!.RetryCount, read.OperationState.SyncResult).ShouldBe((2L, null));
    }
}
