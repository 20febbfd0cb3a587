using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>One managed resource: what Git wants, what is there, and what follows.</summary>
/// <param name="Target">The manifest; null when Git no longer has it.</param>
/// <param name="Live">The object; null when it is missing.</param>
/// <param name="Synced">Whether they agree.</param>
internal sealed record ResourceComparison(JsonObject? Target, StoredObject? Live, bool Synced)
{
    public bool RequiresPruning => Target is null;

    public JsonObject Body => Target ?? Live!.Body;

    public string Group => Body.Text("apiVersion") is { } version && version.Contains('/') ? version[..version.IndexOf('/')] : "";

    public string Version => Body.Text("apiVersion") is { } version ? version[(version.IndexOf('/') + 1)..] : "";

    public string Kind => Body.Text("kind") ?? "";

    public string Namespace => Body.Text("metadata", "namespace") ?? "";

    public string Name => Body.Text("metadata", "name") ?? "";

    public int Wave => Tracking.WaveOf(Body);

    public bool IsHook => Target is not null && Target.Text("metadata", "annotations", Tracking.Hook) is not null;

    /// <summary>Left out of the application's own sync status by the <c>IgnoreExtraneous</c> option.</summary>
    public bool IsIgnoredExtra => RequiresPruning && Tracking.Has(Live?.Body, Tracking.CompareOptions, "IgnoreExtraneous");

    public bool Is(string application, string ns) => Kind == "Application" && Group == "argoproj.io" && Name == application && Namespace == ns;
}
