using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>What a destination cluster is called. A name and an address may mean the same cluster; a message tells the address.</summary>
internal static class DestinationName
{
    private const string InCluster = "in-cluster";
    private const string InClusterServer = "https://kubernetes.default.svc";
    private const int LongestLabel = 12;

    /// <summary>Equal for all Applications whose message or destination means the same cluster.</summary>
    public static string KeyOf(ComparisonFault fault)
    {
        var address = AddressIn(fault.Message) ?? (fault.App.Destination.Server.Length > 0 ? fault.App.Destination.Server : fault.App.Destination.Name);
        return address is InCluster or "" ? InClusterServer : address.TrimEnd('/');
    }

    /// <summary>Short enough for a phone: the name, else the first part of the host.</summary>
    public static string Short(ComparisonFault fault)
    {
        var destination = fault.App.Destination;
        if (destination.Name.Length > 0)
        {
            return destination.Name;
        }

        var key = KeyOf(fault);
        var host = Uri.TryCreate(key, UriKind.Absolute, out var uri) ? uri.Host : key;
        return key == InClusterServer ? InCluster
            : Uri.CheckHostName(host) is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? host
            : host.Split('.')[0] is { Length: > LongestLabel } label ? label[..LongestLabel]
            : host.Split('.')[0];
    }

    // ... failed to get cluster info for "https://10.0.0.1:6443": ...
    private static string? AddressIn(string message)
    {
        var at = message.IndexOf("cluster info for \"", StringComparison.Ordinal);
        var start = at < 0 ? -1 : message.IndexOf('"', at) + 1;
        var end = start <= 0 ? -1 : message.IndexOf('"', start);
        return end > start ? message[start..end] : null;
    }
}
