using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Gives Ingresses of the class <c>alb</c> and Services of type LoadBalancer an address, a few seconds after they appear.</summary>
internal sealed class LoadBalancerController : IController
{
    private static readonly TimeSpan BuildTime = TimeSpan.FromSeconds(3);

    public void Tick(World world)
    {
        var ingresses = world.Store.List(SimulatedKinds.Ingress).Where(static held => held.Body.Text("spec", "ingressClassName") == "alb");
        var services = world.Store.List(SimulatedKinds.Service).Where(static held => held.Body.Text("spec", "type") == "LoadBalancer");
        foreach (var held in ingresses.Concat(services))
        {
            if (!World.IsDeleting(held.Body) && held.Body.At("status", "loadBalancer", "ingress") is null
                && world.Now >= World.TimeAt(held.Body, "metadata", "creationTimestamp") + BuildTime)
            {
                Assign(world, held);
            }
        }
    }

    private static void Assign(World world, StoredObject held)
    {
        var group = held.Body.Text("metadata", "annotations", "alb.ingress.kubernetes.io/group.name") ?? $"{held.Namespace}-{held.Name}";
        var hash = Fingerprint.Hex(group);
        var number = 1_000_000_000 + (int.Parse(hash[..6], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) * 50);
        var kind = held.Kind == SimulatedKinds.Ingress ? "" : "n";
        world.Update(held, body => body.Child("status", "loadBalancer")["ingress"] = new JsonArray(new JsonObject
        {
            ["hostname"] = $"k8s-{kind}{Short(group)}-{hash[..10]}-{number}.ap-northeast-2.elb.amazonaws.com",
        }));
    }

    private static string Short(string group)
    {
        var letters = string.Concat(group.Where(char.IsAsciiLetterOrDigit));
        return letters.Length <= 12 ? letters : letters[..12];
    }
}
