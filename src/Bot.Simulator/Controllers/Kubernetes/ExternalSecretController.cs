using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>The External Secrets Operator: marks stores and secrets as ready and makes the Secret that an ExternalSecret owns. The values are made up.</summary>
internal sealed class ExternalSecretController : IController
{
    private const string OperatorName = "external-secrets-operator";

    private readonly SettledObjects settled = new(SimulatedKinds.Secret);

    public void Tick(World world)
    {
        if (world.Store.Get(SimulatedKinds.Deployment, "external-secrets", OperatorName)?.Body.Number("status", "readyReplicas") is not > 0)
        {
            return;
        }

        foreach (var store in world.Store.List(SimulatedKinds.ClusterSecretStore).Concat(world.Store.List(SimulatedKinds.SecretStore)))
        {
            if (store.Body.At("status", "conditions") is null)
            {
                world.Update(store, body =>
                {
                    PodStatus.Condition(world, body.Child("status"), "Ready", holds: true, "Valid", "store validated");
                    body.Child("status")["capabilities"] = "ReadWrite";
                });
            }
        }

        foreach (var secret in world.Store.List(SimulatedKinds.ExternalSecret))
        {
            if (!World.IsDeleting(secret.Body) && !settled.Has(world, secret))
            {
                Synchronise(world, secret);
                settled.Note(world, secret);
            }
        }
    }

    private static void Synchronise(World world, StoredObject secret)
    {
        var target = secret.Body.Text("spec", "target", "name") ?? secret.Name;
        var present = world.Store.Get(SimulatedKinds.Secret, secret.Namespace, target) is not null;
        var merges = secret.Body.Text("spec", "target", "creationPolicy") == "Merge";
        if (!present && !merges)
        {
            var data = new JsonObject();
            foreach (var entry in secret.Body.Objects("spec", "data"))
            {
                data[entry.Text("secretKey") ?? "value"] = Convert.ToBase64String("simulated"u8);
            }

            world.Store.Create(SimulatedKinds.Secret, secret.Namespace, new JsonObject
            {
                ["metadata"] = new JsonObject { ["name"] = target, ["ownerReferences"] = PodFactory.Reference(secret) },
                ["type"] = "Opaque",
                ["data"] = data,
            });
        }

        var ready = present || !merges;
        world.Update(secret, body =>
        {
            var status = body.Child("status");
            PodStatus.Condition(
                world, status, "Ready", ready, ready ? "SecretSynced" : "SecretMissing", ready ? "secret synced" : $"secret \"{target}\" not found");
            status.Objects("conditions").First().Remove("lastProbeTime");
            status["refreshTime"] ??= world.Stamp;
        });
    }
}
