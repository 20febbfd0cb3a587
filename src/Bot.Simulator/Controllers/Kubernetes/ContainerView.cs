using System.Text.Json.Nodes;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>One container as the pod's status shows it, and the trouble that an Event tells.</summary>
internal sealed record ContainerView(JsonObject State, JsonObject LastState, bool Ready, bool Started, int Restarts)
{
    /// <summary>Reason and text of a Warning; null when there is none.</summary>
    public (string Reason, string Message)? Trouble { get; init; }

    /// <summary>False until the image is there.</summary>
    public bool HasImage { get; init; } = true;

    public static ContainerView Waiting(string reason, string? message = null)
    {
        var waiting = new JsonObject { ["reason"] = reason };
        if (message is not null)
        {
            waiting["message"] = message;
        }

        return new ContainerView(new JsonObject { ["waiting"] = waiting }, [], Ready: false, Started: false, Restarts: 0) { HasImage = false };
    }
}
