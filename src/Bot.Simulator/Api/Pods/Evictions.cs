using System.Text.Json.Nodes;
using Bot.Simulator.Api.Selection;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Api.Writing;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Pods;

/// <summary>Answers <c>pods/eviction</c>: a deletion that asks the disruption budgets first.</summary>
internal sealed class Evictions(ObjectStore store)
{
    public ApiAnswer Post(string ns, string name, IQueryCollection query, RequestBody request)
    {
        var options = request.IsProtobuf
            ? DeleteOptions.FromProtobuf(ProtobufMessage.Open(request.Bytes)?.Message(2))
            : DeleteOptions.FromJson(request.Json().At("deleteOptions"));
        var dryRun = options.DryRun || query["dryRun"].ToString() == "All";
        if (store.Get(SimulatedKinds.Pod, ns, name) is not { } pod)
        {
            return ApiAnswer.Refusal(Failures.NotFound(SimulatedKinds.Pod, name));
        }

        if (Budget(pod) is { } budget)
        {
            if (budget.Body.Number("status", "disruptionsAllowed") is null or <= 0)
            {
                return ApiAnswer.Refusal(Refused(budget));
            }

            if (!dryRun)
            {
                Spend(budget, name);
            }
        }

        var result = store.Delete(SimulatedKinds.Pod, ns, name, options with { DryRun = dryRun });
        return result.Succeeded
            ? ApiAnswer.Json(201, new JsonObject { ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success", ["code"] = 201 })
            : ApiAnswer.Refusal(result.Failure);
    }

    /// <summary>A pod that does not run, or is on its way out, is in nobody's budget.</summary>
    private StoredObject? Budget(StoredObject pod)
    {
        if (pod.Body.Text("metadata", "deletionTimestamp") is not null || pod.Body.Text("status", "phase") is not "Running")
        {
            return null;
        }

        return store.List(SimulatedKinds.PodDisruptionBudget, pod.Namespace)
            .FirstOrDefault(budget => budget.Body.At("spec", "selector") is { } selector && LabelSelector.Of(selector).Matches(pod.Body));
    }

    private void Spend(StoredObject budget, string pod) => store.Update(SimulatedKinds.PodDisruptionBudget, budget.Namespace, budget.Name, body =>
    {
        body.Child("status")["disruptionsAllowed"] = (body.Number("status", "disruptionsAllowed") ?? 0) - 1;
        body.Child("status", "disruptedPods")[pod] = ObjectShape.Time(store.Clock.GetUtcNow());
    });

    private static StatusFailure Refused(StoredObject budget)
    {
        var needed = budget.Body.Number("status", "desiredHealthy") ?? 0;
        var healthy = budget.Body.Number("status", "currentHealthy") ?? 0;
        return new StatusFailure(
            429,
            "TooManyRequests",
            "Cannot evict pod as it would violate the pod's disruption budget.",
            new StatusDetails { Causes = [new StatusCause("DisruptionBudget", $"The disruption budget {budget.Name} needs {needed} healthy pods and has {healthy} currently")] });
    }
}
