namespace Bot.Core.Clusters;

/// <summary>How the kubelet asks a container whether it is well. <c>Port</c> is a number or the name of a container port; seconds that the manifest leaves out are Kubernetes' defaults.</summary>
/// <param name="Sort">httpGet, tcpSocket, grpc or exec.</param>
/// <param name="Port">Empty for exec.</param>
/// <param name="Path">Empty unless httpGet.</param>
/// <param name="InitialDelaySeconds">How long it waits before the first question.</param>
/// <param name="TimeoutSeconds">How long it waits for an answer.</param>
/// <param name="PeriodSeconds">How often it asks.</param>
/// <param name="FailureThreshold">How many bad answers in a row count.</param>
public sealed record Probe(string Sort, string Port, string Path, int InitialDelaySeconds, int TimeoutSeconds, int PeriodSeconds, int FailureThreshold)
{
    /// <summary>As evidence writes it: <c>httpGet :8080/health, every 10 s, timeout 1 s, 3 failures</c>.</summary>
    public override string ToString() =>
        $"{Sort}{(Port.Length > 0 ? $" :{Port}" : "")}{Path}, delay {InitialDelaySeconds} s, every {PeriodSeconds} s, timeout {TimeoutSeconds} s, {FailureThreshold} failures";
}
