using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Scenarios;

/// <summary>The shorthand <c>application</c>: an Argo CD Application with the settings of the team's others.</summary>
internal static class ApplicationTemplate
{
    public static readonly string[] Keys =
    [
        "name", "project", "repo", "revision", "path", "parameters", "destination", "wave", "labels", "annotations", "automated", "syncOptions", "finalizer", "when",
    ];

    public static JsonObject Expand(JsonObject application, string repo, string branch)
    {
        var metadata = new JsonObject { ["name"] = application.Text("name"), ["namespace"] = "argocd" };
        var annotations = (JsonObject)(application["annotations"]?.DeepClone() ?? new JsonObject());
        if (application["wave"] is { } wave)
        {
            annotations["argocd.argoproj.io/sync-wave"] = wave.ToString();
        }

        if (annotations.Count > 0)
        {
            metadata["annotations"] = annotations;
        }

        if (application["labels"] is { } labels)
        {
            metadata["labels"] = labels.DeepClone();
        }

        if (application["finalizer"]?.ToString() != "false")
        {
            metadata["finalizers"] = new JsonArray("resources-finalizer.argocd.argoproj.io");
        }

        return new JsonObject { ["apiVersion"] = "argoproj.io/v1alpha1", ["kind"] = "Application", ["metadata"] = metadata, ["spec"] = Spec(application, repo, branch) };
    }

    private static JsonObject Spec(JsonObject application, string repo, string branch)
    {
        var policy = new JsonObject();
        if (application["automated"]?.ToString() != "false")
        {
            policy["automated"] = application["automated"] is JsonObject settings ? settings.DeepClone() : new JsonObject { ["prune"] = true, ["selfHeal"] = true };
        }

        if (application["syncOptions"] is { } options)
        {
            policy["syncOptions"] = options.DeepClone();
        }

        return new JsonObject
        {
            ["project"] = application.Text("project") ?? "default",
            ["source"] = Source(application, repo, branch),
            ["destination"] = new JsonObject { ["server"] = "https://kubernetes.default.svc", ["namespace"] = application.Text("destination") ?? "argocd" },
            ["syncPolicy"] = policy,
        };
    }

    private static JsonObject Source(JsonObject application, string repo, string branch)
    {
        var source = new JsonObject
        {
            ["repoURL"] = application.Text("repo") ?? repo,
            ["targetRevision"] = application.Text("revision") ?? branch,
            ["path"] = application.Text("path"),
        };
        if (application["parameters"] is JsonObject parameters)
        {
            source["helm"] = new JsonObject
            {
                ["parameters"] = new JsonArray([.. parameters.Select(static pair => (JsonNode)new JsonObject { ["name"] = pair.Key, ["value"] = pair.Value?.ToString() ?? "" })]),
            };
        }

        return source;
    }
}
