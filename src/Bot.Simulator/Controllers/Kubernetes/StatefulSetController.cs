using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Keeps the numbered pods of each StatefulSet, in order, and replaces them when the template changes.</summary>
internal sealed class StatefulSetController : IController
{
    private const string RevisionLabel = "controller-revision-hash";

    public void Tick(World world)
    {
        foreach (var set in world.Store.List(SimulatedKinds.StatefulSet))
        {
            if (!World.IsDeleting(set.Body) && set.Body.At("spec", "template") is { } template)
            {
                Keep(world, set, $"{set.Name}-{Fingerprint.TemplateHash(template)}");
            }
        }
    }

    private static void Keep(World world, StoredObject set, string revision)
    {
        var wanted = (int)(set.Body.Number("spec", "replicas") ?? 1);
        var pods = world.Owned(SimulatedKinds.Pod, set).ToDictionary(static pod => pod.Name, StringComparer.Ordinal);
        for (var index = 0; index < wanted; index++)
        {
            var name = $"{set.Name}-{index}";
            if (!pods.TryGetValue(name, out var pod))
            {
                PodFactory.Create(
                    world, set, set.Body.At("spec", "template"), name, generated: false,
                    (RevisionLabel, revision), ("statefulset.kubernetes.io/pod-name", name), ("apps.kubernetes.io/pod-index", $"{index}"));
                break;
            }

            if (pod.Body.Text("metadata", "labels", RevisionLabel) != revision && !World.IsDeleting(pod.Body))
            {
                world.Store.Delete(pod.Kind, pod.Namespace, pod.Name);
            }

            if (!PodStatus.IsReady(pod.Body))
            {
                break;
            }
        }

        foreach (var surplus in pods.Values.Where(pod => !Enumerable.Range(0, wanted).Any(index => pod.Name == $"{set.Name}-{index}")))
        {
            world.Store.Delete(surplus.Kind, surplus.Namespace, surplus.Name);
        }

        Report(world, set, revision, wanted);
    }

    private static void Report(World world, StoredObject set, string revision, int wanted)
    {
        var pods = world.Owned(SimulatedKinds.Pod, set);
        var ready = pods.Count(static pod => PodStatus.IsReady(pod.Body));
        var updated = pods.Count(pod => pod.Body.Text("metadata", "labels", RevisionLabel) == revision);
        world.Update(set, body =>
        {
            var status = body.Child("status");
            status["replicas"] = pods.Count;
            ReplicaSetController.Count(status, "readyReplicas", ready);
            status["availableReplicas"] = ready;
            ReplicaSetController.Count(status, "updatedReplicas", updated);
            ReplicaSetController.Count(status, "currentReplicas", updated);
            status["updateRevision"] = revision;
            if (updated == wanted || !status.ContainsKey("currentRevision"))
            {
                status["currentRevision"] = revision;
            }

            status["observedGeneration"] = body.Number("metadata", "generation") ?? 1;
        });
    }
}
