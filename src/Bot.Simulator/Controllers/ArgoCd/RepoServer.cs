using System.Text.Json.Nodes;
using Bot.Simulator.Git;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Argo CD's repo-server: resolves revisions and renders manifests, as long as one of its pods is ready.</summary>
internal sealed class RepoServer(World world)
{
    private const string Name = "argocd-repo-server";

    private bool IsUp => world.Store.Get(SimulatedKinds.Deployment, "argocd", Name) is not { } deployment
        || deployment.Body.Number("status", "readyReplicas") > 0;

    /// <summary>The SHA that a target revision stands for now, or the error.</summary>
    public (string? Sha, string? Error) Resolve(JsonObject source)
    {
        if (!IsUp)
        {
            return (null, Unavailable());
        }

        var revision = source.Text("targetRevision") ?? "HEAD";
        return world.Git.Find(source.Text("repoURL") ?? "") is not { } repository
            ? (null, "rpc error: code = Unknown desc = failed to list refs: authentication required: Repository not found.")
            : repository.Resolve(revision) is { } commit
                ? (commit.Sha, null)
                : (null, $"rpc error: code = Unknown desc = unable to resolve '{revision}' to a commit SHA");
    }

    /// <summary>The manifests of a source at a commit.</summary>
    public RenderResult Generate(JsonObject source, string sha)
    {
        if (!IsUp)
        {
            return RenderResult.Failed(Unavailable());
        }

        return world.Git.Find(source.Text("repoURL") ?? "")?.Find(sha) is { } commit
            ? ManifestRenderer.Render(commit, source)
            : RenderResult.Failed($"rpc error: code = Unknown desc = unable to resolve '{sha}' to a commit SHA");
    }

    private string Unavailable()
    {
        var ip = world.Store.Get(SimulatedKinds.Service, "argocd", Name)?.Body.Text("spec", "clusterIP") ?? "172.20.113.42";
        return $"rpc error: code = Unavailable desc = connection error: desc = \"transport: Error while dialing: dial tcp {ip}:8081: connect: connection refused\"";
    }
}
