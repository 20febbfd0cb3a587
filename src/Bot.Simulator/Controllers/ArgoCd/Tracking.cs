using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>The annotations by which Argo CD knows and treats its objects.</summary>
internal static class Tracking
{
    public const string Id = "argocd.argoproj.io/tracking-id";
    public const string Refresh = "argocd.argoproj.io/refresh";
    public const string SyncWave = "argocd.argoproj.io/sync-wave";
    public const string SyncOptions = "argocd.argoproj.io/sync-options";
    public const string CompareOptions = "argocd.argoproj.io/compare-options";
    public const string Hook = "argocd.argoproj.io/hook";
    public const string SkipReconcile = "argocd.argoproj.io/skip-reconcile";

    public static string IdOf(string application, string group, string kind, string ns, string name) => $"{application}:{group}/{kind}:{ns}/{name}";

    /// <summary>The application that an object says it belongs to; null when it says none, or when the id was copied from another object.</summary>
    public static string? OwnerOf(StoredObject held)
    {
        if (held.Body.Text("metadata", "annotations", Id) is not { } id || id.IndexOf(':') is not (> 0 and var colon))
        {
            return null;
        }

        var application = id[..colon];
        return id == IdOf(application, held.Kind.Group, held.Kind.Kind, held.Namespace, held.Name) ? application : null;
    }

    public static int WaveOf(JsonObject body) => int.TryParse(body.Text("metadata", "annotations", SyncWave), out var wave) ? wave : 0;

    /// <summary>Whether a comma-separated annotation holds this option.</summary>
    public static bool Has(JsonObject? body, string annotation, string option) =>
        body.Text("metadata", "annotations", annotation)?.Split(',', StringSplitOptions.TrimEntries).Contains(option, StringComparer.Ordinal) == true;
}
