using System.Net;
using System.Net.Sockets;

namespace Bot.Hosting;

/// <summary>Where to listen.</summary>
public static class Addresses
{
    private const int Tries = 20;

    public static IPAddress HostOf(Uri url) =>
        url.Host == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) ? address
        : IPAddress.Any;

    public static bool IsFree(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>The port itself when it is free, else the next free one; the port itself when none is.</summary>
    public static int NextFree(IPAddress address, int port) =>
        port == 0 ? 0 : Enumerable.Range(port, Tries).FirstOrDefault(candidate => candidate <= IPEndPoint.MaxPort && IsFree(address, candidate), port);
}
