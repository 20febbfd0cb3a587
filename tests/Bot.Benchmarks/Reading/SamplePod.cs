using System.Globalization;
using System.Text;

namespace Bot.Benchmarks.Reading;

/// <summary>
/// One of 20,000 pods, as JSON (10.2 KB) and as protobuf (7.4 KB): an application container with a mesh sidecar, as they were measured
/// on a real API server. About 4 KB of it are managedFields, which no reader keeps.
/// </summary>
internal sealed class SamplePod(int number)
{
    private const long Start = 1_795_219_200;
    private const int PerDeployment = 4;

    private static readonly string[] Conditions = ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"];
    private static readonly string ManagedFields = MakeManagedFields();

    private readonly string app = $"service-{number / PerDeployment}";
    private readonly string hash = $"{(number / PerDeployment) * 7919L % 0xfffffff:x7}";
    private readonly string space = $"team-{number % 50}";
    private readonly string node = $"ip-10-0-{number % 40}-{number % 200}.ap-northeast-2.compute.internal";

    private string Name => $"{app}-{hash}-{number:x5}";

    private string Uid => $"{number:x8}-ed2a-4b73-a59e-b2014515264a";

    private string Owner => $"{app}-{hash}";

    private string OwnerUid => $"{number / PerDeployment:x8}-97a1-47f2-a5d5-bbf9040c1d90";

    private string Image => $"123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/prod/{app}:v1.8.{number / PerDeployment % 9}";

    private long StartedAt => Start + number;

    public string Json()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(StartedAt).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var text = new StringBuilder(11_000);
        text.Append($$$$"""{"metadata":{"name":"{{{{Name}}}}","generateName":"{{{{Owner}}}}-","namespace":"{{{{space}}}}","uid":"{{{{Uid}}}}","resourceVersion":"{{1_000_000 + number}}","creationTimestamp":"{{{{at}}}}","labels":{"app":"{{{{app}}}}","app.kubernetes.io/instance":"{{{{app}}}}-prod","app.kubernetes.io/name":"{{{{app}}}}","pod-template-hash":"{{{{hash}}}}","security.istio.io/tlsMode":"istio"},"annotations":{"checksum/config":"676c5778e0858533e04d2bf0f16119a7d3110c8f9e30802a6b908abb9aeba2e9"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"{{{{Owner}}}}","uid":"{{{{OwnerUid}}}}","controller":true,"blockOwnerDeletion":true}],"managedFields":[{"manager":"kube-controller-manager","operation":"Update","apiVersion":"v1","time":"{{{{at}}}}","fieldsType":"FieldsV1","fieldsV1":{{{{ManagedFields}}}}}]},""");
        text.Append($$$$"""{{{{"\"spec\""}}}}:{"volumes":[{"name":"kube-api-access-{{{{number:x5}}}}","projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}}],"defaultMode":420}}],"containers":[""");
        JsonContainer(text, app, Image, 20).Append(',');
        JsonContainer(text, "istio-proxy", "docker.io/istio/proxyv2:1.24.1", 22);
        text.Append($$$$"""],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"{{{{app}}}}","serviceAccount":"{{{{app}}}}","nodeName":"{{{{node}}}}","securityContext":{},"imagePullSecrets":[{"name":"registry"}],"schedulerName":"default-scheduler","tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300},{"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}],"priority":0,"enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"},""");
        text.Append("\"status\":{\"phase\":\"Running\",\"conditions\":[");
        text.AppendJoin(',', Conditions.Select(type => $$$$"""{"type":"{{{{type}}}}","status":"True","lastProbeTime":null,"lastTransitionTime":"{{{{at}}}}"}"""));
        text.Append($$$$"""],"hostIP":"10.0.12.134","podIP":"10.0.12.22","podIPs":[{"ip":"10.0.12.22"}],"startTime":"{{{{at}}}}","containerStatuses":[""");
        JsonStatus(text, app, Image, at).Append(',');
        JsonStatus(text, "istio-proxy", "docker.io/istio/proxyv2:1.24.1", at);
        return text.Append("],\"qosClass\":\"Burstable\"}}").ToString();
    }

    public void Protobuf(ProtobufWriter pod) => pod
        .Message(1, meta => meta
            .Text(1, Name).Text(2, Owner + "-").Text(3, space).Text(4, "").Text(5, Uid).Text(6, $"{1_000_000 + number}").Number(7, 0).Message(8, Time)
            .Message(11, label => label.Text(1, "app").Text(2, app))
            .Message(11, label => label.Text(1, "app.kubernetes.io/instance").Text(2, app + "-prod"))
            .Message(11, label => label.Text(1, "app.kubernetes.io/name").Text(2, app))
            .Message(11, label => label.Text(1, "pod-template-hash").Text(2, hash))
            .Message(11, label => label.Text(1, "security.istio.io/tlsMode").Text(2, "istio"))
            .Message(12, note => note.Text(1, "checksum/config").Text(2, "676c5778e0858533e04d2bf0f16119a7d3110c8f9e30802a6b908abb9aeba2e9"))
            .Message(13, owner => owner.Text(1, "ReplicaSet").Text(3, Owner).Text(4, OwnerUid).Text(5, "apps/v1").Number(6, 1).Number(7, 1))
            .Message(17, field => field.Text(1, "kube-controller-manager").Text(2, "Update").Text(3, "v1").Message(4, Time).Text(6, "FieldsV1").Message(7, raw => raw.Text(1, ManagedFields))))
        .Message(2, spec => spec
            .Message(1, volume => volume.Text(1, $"kube-api-access-{number:x5}").Message(2, source => source.Message(26, projected => projected
                .Message(1, item => item.Message(4, token => token.Number(2, 3607).Text(3, "token")))
                .Message(1, item => item.Message(3, map => map.Message(1, name => name.Text(1, "kube-root-ca.crt")).Message(2, key => key.Text(1, "ca.crt").Text(2, "ca.crt"))))
                .Number(2, 420))))
            .Message(2, container => ProtobufContainer(container, app, Image, 20))
            .Message(2, container => ProtobufContainer(container, "istio-proxy", "docker.io/istio/proxyv2:1.24.1", 22))
            .Text(3, "Always").Number(4, 30).Text(6, "ClusterFirst").Text(8, app).Text(9, app).Text(10, node).Number(11, 0)
            .Message(15, name => name.Text(1, "registry")).Text(19, "default-scheduler")
            .Message(22, toleration => toleration.Text(1, "node.kubernetes.io/not-ready").Text(2, "Exists").Text(4, "NoExecute").Number(5, 300)))
        .Message(3, status =>
        {
            status.Text(1, "Running");
            foreach (var type in Conditions)
            {
                status.Message(2, condition => condition.Text(1, type).Text(2, "True").Message(3, _ => { }).Message(4, Time).Text(5, "").Text(6, ""));
            }

            status.Text(3, "").Text(4, "").Text(5, "10.0.12.134").Text(6, "10.0.12.22").Message(7, Time)
                .Message(8, item => ProtobufStatus(item, app, Image))
                .Message(8, item => ProtobufStatus(item, "istio-proxy", "docker.io/istio/proxyv2:1.24.1"))
                .Text(9, "Burstable");
        });

    private static StringBuilder JsonContainer(StringBuilder text, string name, string image, int variables)
    {
        text.Append($$$$"""{"name":"{{{{name}}}}","image":"{{{{image}}}}","ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],"envFrom":[{"configMapRef":{"name":"{{{{name}}}}-config"}}],"env":[""");
        for (var index = 0; index < variables; index++)
        {
            text.Append($$$$"""{"name":"SETTING_{{{{index}}}}","value":"{{{{index * 31}}}}"},""");
        }

        return text.Append($$$$"""{"name":"DB_PASSWORD","valueFrom":{"secretKeyRef":{"name":"{{{{name}}}}-secret","key":"db-password"}}}],"resources":{"limits":{"memory":"512Mi"},"requests":{"cpu":"100m","memory":"256Mi"}},"volumeMounts":[{"name":"kube-api-access","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}],"livenessProbe":{"httpGet":{"path":"/health/live","port":"http","scheme":"HTTP"},"initialDelaySeconds":30,"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"}""");
    }

    private static void ProtobufContainer(ProtobufWriter container, string name, string image, int variables)
    {
        container.Text(1, name).Text(2, image)
            .Message(6, port => port.Text(1, "http").Number(2, 0).Number(3, 8080).Text(4, "TCP"));
        for (var index = 0; index < variables; index++)
        {
            container.Message(7, variable => variable.Text(1, $"SETTING_{index}").Text(2, $"{index * 31}"));
        }

        container.Message(7, variable => variable.Text(1, "DB_PASSWORD").Message(3, from => from.Message(4, secret => secret.Message(1, key => key.Text(1, $"{name}-secret")).Text(2, "db-password"))))
            .Message(8, resources => resources
                .Message(1, limit => limit.Text(1, "memory").Message(2, amount => amount.Text(1, "512Mi")))
                .Message(2, request => request.Text(1, "cpu").Message(2, amount => amount.Text(1, "100m")))
                .Message(2, request => request.Text(1, "memory").Message(2, amount => amount.Text(1, "256Mi"))))
            .Message(9, mount => mount.Text(1, "kube-api-access").Number(2, 1).Text(3, "/var/run/secrets/kubernetes.io/serviceaccount"))
            .Message(10, probe => probe.Message(1, handler => handler.Message(2, http => http.Text(1, "/health/live").Message(2, port => port.Number(1, 1).Number(2, 0).Text(3, "http")).Text(4, "HTTP"))).Number(2, 30).Number(3, 1).Number(4, 10).Number(5, 1).Number(6, 3))
            .Text(13, "/dev/termination-log").Text(14, "IfNotPresent")
            .Message(19, from => from.Message(2, map => map.Message(1, key => key.Text(1, $"{name}-config"))))
            .Text(20, "File");
    }

    private static StringBuilder JsonStatus(StringBuilder text, string name, string image, string at) =>
        text.Append($$$$"""{"name":"{{{{name}}}}","state":{"running":{"startedAt":"{{{{at}}}}"}},"lastState":{},"ready":true,"restartCount":0,"image":"{{{{image}}}}","imageID":"{{{{image}}}}@sha256:639bf6c08a532d1aaf0a9fc59071ff542e8709efb55098a9c1e8cc154772670c","containerID":"containerd://3384163a9f27db0aaba595ecdfcd7ab8815ef0b0539fb4fdd1d51de598e9c0fb","started":true}""");

    private void ProtobufStatus(ProtobufWriter status, string name, string image) => status
        .Text(1, name).Message(2, state => state.Message(2, running => running.Message(1, Time))).Message(3, _ => { }).Number(4, 1).Number(5, 0).Text(6, image)
        .Text(7, $"{image}@sha256:639bf6c08a532d1aaf0a9fc59071ff542e8709efb55098a9c1e8cc154772670c")
        .Text(8, "containerd://3384163a9f27db0aaba595ecdfcd7ab8815ef0b0539fb4fdd1d51de598e9c0fb").Number(9, 1);

    private void Time(ProtobufWriter time) => time.Number(1, StartedAt).Number(2, 0);

    private static string MakeManagedFields()
    {
        var text = new StringBuilder("{\"f:metadata\":{\"f:labels\":{\".\":{}}},\"f:spec\":{");
        for (var index = 0; text.Length < 3_800; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"k:{{\\\"name\\\":\\\"SETTING_{index}\\\"}}\":{{\".\":{{}},\"f:name\":{{}},\"f:value\":{{}}}},");
        }

        return text.Append("\"f:end\":{}}}").ToString();
    }
}
