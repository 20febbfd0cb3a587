using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Network;

/// <summary>Finds calls between pods that failed, in the words of the clients: log excerpts and the last words of containers.</summary>
public static partial class FailedCalls
{
    private static readonly (FailedCallKind Kind, string[] Words)[] Signs =
    [
        (FailedCallKind.Reset, ["connection reset", "ECONNRESET", "socket hang up", ": EOF", "unexpected EOF", "Premature EOF", "Empty reply", "connection termination", "disconnect/reset before headers", "Remote end closed"]),
        (FailedCallKind.Timeout, ["i/o timeout", "timed out", "ETIMEDOUT", "deadline exceeded", "connect timeout"]),
        (FailedCallKind.Refused, ["connection refused", "ECONNREFUSED"]),
    ];

    private static readonly SearchValues<string> AnySign = SearchValues.Create([.. Signs.SelectMany(sign => sign.Words)], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Lookups = SearchValues.Create(
        ["no such host", "Temporary failure in name resolution", "EAI_AGAIN", "ENOTFOUND", "UnknownHostException", "server misbehaving", "Name or service not known", "could not translate host name"],
        StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<FailedCall> Of(ClusterSnapshot snapshot, FailedCallKind kind)
    {
        var hosts = new ServiceHosts(snapshot);
        foreach (var (pod, container, line) in Words(snapshot))
        {
            if (KindOf(line) != kind)
            {
                continue;
            }

            foreach (Match match in Target().Matches(line))
            {
                // The client's own end of the connection is named first.
                var host = match.Groups["host"].Value;
                if (host != pod.Ip && hosts.Find(host, match.Groups["port"].Value, pod.Namespace).Target is { } target && snapshot.Find(target) is Service service)
                {
                    yield return new FailedCall(pod, container, service, PortOf(match), kind, line);
                    break;
                }
            }
        }
    }

    /// <summary>Pods that say that a name does not resolve.</summary>
    public static IEnumerable<(Pod Pod, string Line)> OfNames(ClusterSnapshot snapshot) =>
        Words(snapshot).Where(said => said.Line.AsSpan().ContainsAny(Lookups)).Select(said => (said.Pod, said.Line)).DistinctBy(said => said.Pod);

    private static IEnumerable<(Pod Pod, string Container, string Line)> Words(ClusterSnapshot snapshot)
    {
        foreach (var excerpt in snapshot.All<LogExcerpt>())
        {
            if (snapshot.Find(new ObjectRef("Pod", excerpt.Namespace, excerpt.Name)) is Pod pod)
            {
                foreach (var line in excerpt.Lines)
                {
                    yield return (pod, excerpt.Container, line);
                }
            }
        }

        foreach (var pod in snapshot.All<Pod>())
        {
            foreach (var status in pod.Statuses)
            {
                if (status.Ready)
                {
                    continue;
                }

                var last = status.State.Phase == ContainerPhase.Terminated ? status.State : status.LastState;
                if (last.Message.Length > 0)
                {
                    yield return (pod, status.Name, last.Message);
                }
            }
        }
    }

    private static FailedCallKind? KindOf(string line)
    {
        if (!line.AsSpan().ContainsAny(AnySign))
        {
            return null;
        }

        foreach (var (kind, words) in Signs)
        {
            foreach (var word in words)
            {
                if (line.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    private static int PortOf(Match match) =>
        int.TryParse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture, out var port) ? port : match.Value.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? 443 : 80;

    [GeneratedRegex("""(https?://(?<host>[A-Za-z0-9][A-Za-z0-9.-]*)(:(?<port>\d{2,5}))?)|((?<![A-Za-z0-9.-])(?<host>[A-Za-z0-9][A-Za-z0-9.-]*):(?<port>\d{2,5})(?!\d))|(host[= ]["'](?<host>[A-Za-z0-9][A-Za-z0-9.-]*)["'].{0,80}port[= ](?<port>\d{2,5}))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Target();
}
