using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Runs each Job with one pod at a time and closes it.</summary>
internal sealed class JobController : IController
{
    public void Tick(World world)
    {
        foreach (var job in world.Store.List(SimulatedKinds.Job))
        {
            if (!World.IsDeleting(job.Body) && !job.Body.Flag("spec", "suspend") && !Ended(job.Body))
            {
                Run(world, job);
            }
        }
    }

    public static bool Ended(JsonObject job) => job.Objects("status", "conditions")
        .Any(static condition => condition.Text("type") is "Complete" or "Failed" && condition.Text("status") == "True");

    private static void Run(World world, StoredObject job)
    {
        var pods = world.Owned(SimulatedKinds.Pod, job).Where(static pod => !World.IsDeleting(pod.Body)).ToList();
        var succeeded = pods.Count(static pod => pod.Body.Text("status", "phase") == "Succeeded");
        var failed = pods.Count(static pod => pod.Body.Text("status", "phase") == "Failed");
        var active = pods.Count - succeeded - failed;
        var lost = failed > (job.Body.Number("spec", "backoffLimit") ?? 6);
        if (active == 0 && succeeded == 0 && !lost)
        {
            var template = (JsonObject)(job.Body.At("spec", "template")?.DeepClone() ?? new JsonObject());
            template.Child("spec")["restartPolicy"] = "Never";
            PodFactory.Create(world, job, template, $"{job.Name}-{world.NameTail()}", generated: true, ("job-name", job.Name), ("batch.kubernetes.io/job-name", job.Name));
            active = 1;
        }

        world.Update(job, body =>
        {
            var status = body.Child("status");
            status["startTime"] ??= world.Stamp;
            ReplicaSetController.Count(status, "active", active);
            ReplicaSetController.Count(status, "succeeded", succeeded);
            ReplicaSetController.Count(status, "failed", failed);
            status["ready"] = pods.Count(static pod => PodStatus.IsReady(pod.Body));
            if (succeeded > 0)
            {
                status["completionTime"] = world.Stamp;
                PodStatus.Condition(world, status, "SuccessCriteriaMet", holds: true, "CompletionsReached", "Reached expected number of succeeded pods");
                PodStatus.Condition(world, status, "Complete", holds: true, "CompletionsReached", "Reached expected number of succeeded pods");
            }
            else if (lost)
            {
                PodStatus.Condition(world, status, "FailureTarget", holds: true, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
                PodStatus.Condition(world, status, "Failed", holds: true, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
            }
        });
    }
}
