using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Protobuf;
using Bot.Kubernetes.Kinds;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Kinds;

public sealed class PodProtobufTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 0, 15, 38, TimeSpan.Zero);

    private const string Json = """
        {"metadata": {"name": "web-7d9-x", "namespace": "shop", "uid": "u1", "resourceVersion": "12", "generation": 3, "creationTimestamp": "2026-11-21T00:15:38Z",
            "deletionTimestamp": "2026-11-21T00:15:38Z", "labels": {"app": "web", "pod-template-hash": "7d9"},
            "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}", "notified.notifications.argoproj.io": "{}", "note": "kept"},
            "ownerReferences": [{"kind": "Node", "name": "n", "uid": "u0"}, {"kind": "ReplicaSet", "name": "web-7d9", "uid": "u2", "controller": true}],
            "finalizers": ["a/b"], "managedFields": [{"manager": "kubelet"}]},
         "spec": {"nodeName": "n1", "hostNetwork": true, "restartPolicy": "Always", "serviceAccountName": "web", "nodeSelector": {"pool": "web", "arch": "arm64"}, "schedulingGates": [{"name": "queue.example/gate"}],
            "volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}, {"name": "tmp", "ephemeral": {"volumeClaimTemplate": {}}},
                {"name": "tls", "secret": {"secretName": "tls"}}, {"name": "maybe", "secret": {"secretName": "absent", "optional": true}}, {"name": "cm", "configMap": {"name": "files"}},
                {"name": "p", "projected": {"sources": [{"secret": {"name": "projected"}}, {"configMap": {"name": "kube-root-ca.crt"}}]}}],
            "imagePullSecrets": [{"name": "pull"}],
            "initContainers": [{"name": "proxy", "image": "envoy", "restartPolicy": "Always", "livenessProbe": {"exec": {"command": ["true"]}}}],
            "containers": [{"name": "web", "image": "web:1", "imagePullPolicy": "IfNotPresent", "ports": [{"name": "http", "containerPort": 8080}], "command": ["/app/web", "--password=hush"],
                "livenessProbe": {"httpGet": {"path": "/live", "port": "http"}, "initialDelaySeconds": 30, "periodSeconds": 20, "timeoutSeconds": 2, "failureThreshold": 5}, "readinessProbe": {"tcpSocket": {"port": 8080}},
                "startupProbe": {"grpc": {"port": 9090}, "periodSeconds": 1},
                "env": [{"name": "PLAIN", "value": "hush"}, {"name": "KEY", "valueFrom": {"secretKeyRef": {"name": "keys", "key": "k"}}}, {"name": "C", "valueFrom": {"configMapKeyRef": {"name": "settings", "key": "k", "optional": true}}}],
                "envFrom": [{"secretRef": {"name": "env"}}, {"configMapRef": {"name": "env"}}],
                "resources": {"limits": {"memory": "512Mi", "cpu": "1"}, "requests": {"memory": "256Mi", "cpu": "250m"}}}]},
         "status": {"phase": "Running", "reason": "Why", "message": "because", "nominatedNodeName": "n2", "podIP": "10.0.1.4", "startTime": "2026-11-21T00:15:38Z",
            "conditions": [{"type": "Ready", "status": "False", "reason": "ContainersNotReady", "message": "not yet", "lastTransitionTime": "2026-11-21T00:15:38Z", "lastProbeTime": null}],
            "initContainerStatuses": [{"name": "proxy", "ready": true, "state": {"running": {"startedAt": "2026-11-21T00:15:38Z"}}, "lastState": {}}],
            "containerStatuses": [{"name": "web", "ready": false, "restartCount": 6, "image": "web:1", "state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off"}},
                "lastState": {"terminated": {"exitCode": 137, "reason": "OOMKilled", "message": "m", "startedAt": "2026-11-21T00:15:38Z", "finishedAt": "2026-11-21T00:15:38Z"}}}]}}
        """;

    [Fact]
    public void Protobuf_and_json_of_a_pod_give_the_same_record()
    {
        var json = ReadJson(Json);

        var protobuf = new PodReader().ReadProtobuf(Message().Bytes);

        RecordText.Of(protobuf!).ShouldBe(RecordText.Of(json));
    }

    [Fact]
    public void A_pod_keeps_what_it_needs_and_no_environment_value()
    {
        var pod = (Pod)ReadJson(Json);

        pod.Claims.ShouldBe(["data", "web-7d9-x-tmp"]);
        pod.Secrets.ShouldBe(["env", "keys", "projected", "pull", "tls"]);
        pod.ConfigMaps.ShouldBe(["env", "files", "kube-root-ca.crt"]);
        pod.Metadata.Annotations.Select(pair => pair.Key).ShouldBe(["note"]);
        pod.Metadata.Controller.ShouldBe(new Owner("ReplicaSet", "web-7d9", "u2"));
        RecordText.Of(pod).ShouldNotContain("hush");
        pod.SpecOf("web")!.Command.ShouldBe("/app/web");
        pod.SpecOf("web")!.Liveness.ShouldBe(new Probe("httpGet", "http", "/live", 30, 2, 20, 5));
        pod.SpecOf("web")!.Readiness.ShouldBe(new Probe("tcpSocket", "8080", "", 0, 1, 10, 3));
        pod.SpecOf("proxy")!.Liveness!.Sort.ShouldBe("exec");
        pod.NodeSelector.Select(pair => $"{pair.Key}={pair.Value}").ShouldBe(["arch=arm64", "pool=web"]);
    }

    [Fact]
    public void Bytes_that_are_no_message_are_refused()
    {
        var whole = Message().Bytes;

        for (var length = 1; length < whole.Length; length += 7)
        {
            var cut = whole[..length];
            try
            {
                new PodReader().ReadProtobuf(cut);
            }
            catch (InvalidDataException)
            {
                // A cut inside a field; a cut between fields is a shorter message.
            }
        }

        Should.Throw<InvalidDataException>(() => new PodReader().ReadProtobuf(new byte[] { 0x0a, 0xff, 0x01, 0x00 }));
    }

    [SharedFact]
    public void The_recorded_protobuf_list_gives_the_records_of_the_recorded_json_list()
    {
        var body = File.ReadAllBytes(SharedFiles.PathOf("recordings", "kubernetes", "035-proto-pods.bin"));
        var text = File.ReadAllText(SharedFiles.PathOf("recordings", "kubernetes", "016-list-pods-page1.http"));
        using var list = JsonDocument.Parse(text[text.IndexOf("\n{", StringComparison.Ordinal)..]);

        var fromJson = list.RootElement.GetProperty("items").EnumerateArray().Select(item => RecordText.Of(new PodReader().ReadJson(item)!)).ToArray();

        fromJson.Length.ShouldBe(2);
        ItemsOf(body).Select(item => RecordText.Of(new PodReader().ReadProtobuf(item)!)).ShouldBe(fromJson);
    }

    private static ClusterObject ReadJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new PodReader().ReadJson(document.RootElement)!;
    }

    /// <summary>Four bytes of magic, an envelope whose field 2 is the list, and field 2 of the list for each item.</summary>
    private static List<byte[]> ItemsOf(byte[] body)
    {
        ReadOnlySpan<byte> list = default;
        for (var envelope = new ProtobufReader(body.AsSpan(4)); envelope.Read();)
        {
            list = envelope.Field == 2 ? envelope.Bytes : list;
        }

        List<byte[]> items = [];
        for (var reader = new ProtobufReader(list); reader.Read();)
        {
            if (reader.Field == 2)
            {
                items.Add(reader.Bytes.ToArray());
            }
        }

        return items;
    }

    private static TheProtobuf Message() => new TheProtobuf().Message(1, Meta).Message(2, Spec).Message(3, Status);

    private static void Meta(TheProtobuf meta) => meta
        .Text(1, "web-7d9-x").Text(3, "shop").Text(5, "u1").Text(6, "12").Number(7, 3).Time(8, At).Time(9, At)
        .Pair(11, "app", "web").Pair(11, "pod-template-hash", "7d9")
        .Pair(12, "kubectl.kubernetes.io/last-applied-configuration", "{}").Pair(12, "notified.notifications.argoproj.io", "{}").Pair(12, "note", "kept")
        .Message(13, owner => owner.Text(1, "Node").Text(3, "n").Text(4, "u0"))
        .Message(13, owner => owner.Text(1, "ReplicaSet").Text(3, "web-7d9").Text(4, "u2").Number(6, 1))
        .Text(14, "a/b")
        .Message(17, field => field.Text(1, "kubelet"));

    private static void Spec(TheProtobuf spec) => spec
        .Message(1, volume => volume.Text(1, "data").Message(2, source => source.Message(10, claim => claim.Text(1, "data"))))
        .Message(1, volume => volume.Text(1, "tmp").Message(2, source => source.Message(29, _ => { })))
        .Message(1, volume => volume.Text(1, "tls").Message(2, source => source.Message(6, secret => secret.Text(1, "tls"))))
        .Message(1, volume => volume.Text(1, "maybe").Message(2, source => source.Message(6, secret => secret.Text(1, "absent").Number(4, 1))))
        .Message(1, volume => volume.Text(1, "cm").Message(2, source => source.Message(19, map => map.Message(1, name => name.Text(1, "files")))))
        .Message(1, volume => volume.Text(1, "p").Message(2, source => source.Message(26, projected => projected
            .Message(1, item => item.Message(1, secret => secret.Message(1, name => name.Text(1, "projected"))))
            .Message(1, item => item.Message(3, map => map.Message(1, name => name.Text(1, "kube-root-ca.crt")))))))
        .Message(2, Container)
        .Text(3, "Always").Pair(7, "pool", "web").Pair(7, "arch", "arm64").Text(8, "web").Text(10, "n1").Number(11, 1)
        .Message(15, name => name.Text(1, "pull"))
        .Message(20, init => init.Text(1, "proxy").Text(2, "envoy").Message(10, probe => probe.Message(1, handler => handler.Message(1, exec => exec.Text(1, "true")))).Text(24, "Always"))
        .Message(38, gate => gate.Text(1, "queue.example/gate"));

    private static void Container(TheProtobuf container) => container
        .Text(1, "web").Text(2, "web:1").Text(3, "/app/web").Text(3, "--password=hush")
        .Message(6, port => port.Text(1, "http").Number(3, 8080))
        .Message(7, variable => variable.Text(1, "PLAIN").Text(2, "hush"))
        .Message(7, variable => variable.Text(1, "KEY").Message(3, from => from.Message(4, secret => secret.Message(1, name => name.Text(1, "keys")).Text(2, "k"))))
        .Message(7, variable => variable.Text(1, "C").Message(3, from => from.Message(3, map => map.Message(1, name => name.Text(1, "settings")).Text(2, "k").Number(3, 1))))
        .Message(8, resources => resources
            .Message(1, limit => limit.Text(1, "memory").Message(2, amount => amount.Text(1, "512Mi")))
            .Message(1, limit => limit.Text(1, "cpu").Message(2, amount => amount.Text(1, "1")))
            .Message(2, request => request.Text(1, "memory").Message(2, amount => amount.Text(1, "256Mi")))
            .Message(2, request => request.Text(1, "cpu").Message(2, amount => amount.Text(1, "250m"))))
        .Message(10, probe => probe.Message(1, handler => handler.Message(2, http => http.Text(1, "/live").Message(2, port => port.Number(1, 1).Text(3, "http")))).Number(2, 30).Number(3, 2).Number(4, 20).Number(6, 5))
        .Message(11, probe => probe.Message(1, handler => handler.Message(3, tcp => tcp.Message(1, port => port.Number(1, 0).Number(2, 8080)))))
        .Message(22, probe => probe.Message(1, handler => handler.Message(4, grpc => grpc.Number(1, 9090))).Number(4, 1))
        .Text(14, "IfNotPresent")
        .Message(19, from => from.Message(3, secret => secret.Message(1, name => name.Text(1, "env"))))
        .Message(19, from => from.Message(2, map => map.Message(1, name => name.Text(1, "env"))));

    private static void Status(TheProtobuf status) => status
        .Text(1, "Running")
        .Message(2, condition => condition.Text(1, "Ready").Text(2, "False").Message(3, _ => { }).Time(4, At).Text(5, "ContainersNotReady").Text(6, "not yet"))
        .Text(3, "because").Text(4, "Why").Time(7, At).Text(11, "n2").Text(6, "10.0.1.4")
        .Message(10, init => init.Text(1, "proxy").Message(2, state => state.Message(2, running => running.Time(1, At))).Message(3, _ => { }).Number(4, 1))
        .Message(8, main => main.Text(1, "web").Text(6, "web:1").Number(4, 0).Number(5, 6)
            .Message(2, state => state.Message(1, waiting => waiting.Text(1, "CrashLoopBackOff").Text(2, "back-off")))
            .Message(3, state => state.Message(3, ended => ended.Number(1, 137).Text(3, "OOMKilled").Text(4, "m").Time(5, At).Time(6, At))));
}
