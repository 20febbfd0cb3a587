using System.Text.Json.Nodes;

namespace Bot.Simulator.Git;

/// <summary>
/// What stands under one path of a commit: the manifests of a file, or the templates of a chart (a directory). Texts may hold
/// <c>${parameter}</c>, filled when the path is rendered; a template with a <c>when</c> is left out unless that text becomes <c>true</c>.
/// </summary>
/// <param name="Path">Path inside the repository.</param>
/// <param name="IsChart">True for a chart, which is rendered with parameters.</param>
/// <param name="Templates">The manifests, in order.</param>
/// <param name="Values">The chart's default values by dotted name.</param>
internal sealed record GitFile(string Path, bool IsChart, IReadOnlyList<JsonObject> Templates, IReadOnlyDictionary<string, string> Values);
