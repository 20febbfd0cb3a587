using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Carries the deletion of an Application on to its objects, last wave first, then lets it go. Never its own object, CRDs, or what says <c>Delete=false</c>.</summary>
internal sealed class ApplicationDeletion(World world, TrackedObjects tracked)
{
    private const string Finalizer = "resources-finalizer.argocd.argoproj.io";

    public void Process(StoredObject app)
    {
        var finalizers = app.Body.Texts("metadata", "finalizers");
        if (!finalizers.Any(IsCascade))
        {
            return;
        }

        var left = tracked.Of(app.Name).Where(held => MayGo(app, held)).ToList();
        if (left.Count > 0)
        {
            var wave = left.Max(static held => Tracking.WaveOf(held.Body));
            foreach (var held in left.Where(held => Tracking.WaveOf(held.Body) == wave && !World.IsDeleting(held.Body)).ToList())
            {
                world.Store.Delete(held.Kind, held.Namespace, held.Name);
            }

            return;
        }

        world.Update(app, static body => body.Child("metadata")["finalizers"] =
            new JsonArray([.. body.Texts("metadata", "finalizers").Where(static name => !IsCascade(name)).Select(static name => (JsonNode)name)]));
    }

    private static bool IsCascade(string finalizer) =>
        finalizer == Finalizer || finalizer.StartsWith(Finalizer + "/", StringComparison.Ordinal);

    private static bool MayGo(StoredObject app, StoredObject held) =>
        held.Uid != app.Uid && held.Kind != SimulatedKinds.CustomResourceDefinition && !Tracking.Has(held.Body, Tracking.SyncOptions, "Delete=false");
}
