using System.Text.Json;
using Bot.Kubernetes.Client;

namespace Bot.Kubernetes.Execution;

/// <summary>Reads the DeleteOptions that a plan wrote down.</summary>
internal static class Deletions
{
    public static DeleteOptions Read(JsonElement body, bool dryRun)
    {
        var preconditions = body.TryGetProperty("preconditions", out var written) ? written : default;
        return new DeleteOptions
        {
            Uid = Text(preconditions, "uid"),
            ResourceVersion = Text(preconditions, "resourceVersion"),
            Propagation = Enum.TryParse<Propagation>(Text(body, "propagationPolicy"), out var propagation) ? propagation : Propagation.Default,
            GracePeriodSeconds = body.TryGetProperty("gracePeriodSeconds", out var seconds) ? seconds.GetInt32() : null,
            DryRun = dryRun,
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
