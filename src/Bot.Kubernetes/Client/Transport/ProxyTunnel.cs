using System.Net;
using System.Text;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>Asks a proxy that has been connected to for a way to the server: HTTP CONNECT or SOCKS5.</summary>
internal static class ProxyTunnel
{
    private const int LongestHead = 16 * 1024;

    public static Task OpenAsync(Stream stream, Uri proxy, string host, int port, CancellationToken cancellationToken) =>
        proxy.Scheme.StartsWith("socks5", StringComparison.Ordinal)
            ? SocksAsync(stream, proxy, host, port, cancellationToken)
            : ConnectAsync(stream, proxy, host, port, cancellationToken);

    private static async Task ConnectAsync(Stream stream, Uri proxy, string host, int port, CancellationToken cancellationToken)
    {
        var target = host.Contains(':') ? $"[{host}]:{port}" : $"{host}:{port}";
        var login = proxy.UserInfo.Length == 0
            ? ""
            : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(proxy.UserInfo)))}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{login}\r\n"), cancellationToken);

        var head = await ReadHeadAsync(stream, cancellationToken);
        var words = head.Split('\r')[0].Split(' ', 3);
        if (words.Length < 2 || words[1] != "200")
        {
            throw new ProxyRefusedException(words.Length < 2 ? "it does not speak HTTP" : string.Join(' ', words[1..]));
        }
    }

    // Byte by byte: what follows the head belongs to TLS.
    private static async Task<string> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>(256);
        var one = new byte[1];
        while (head.Count < LongestHead)
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                break;
            }

            head.Add(one[0]);
            if (head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
            {
                break;
            }
        }

        return Encoding.ASCII.GetString([.. head]);
    }

    private static async Task SocksAsync(Stream stream, Uri proxy, string host, int port, CancellationToken cancellationToken)
    {
        var login = Uri.UnescapeDataString(proxy.UserInfo).Split(':', 2);
        var hasLogin = proxy.UserInfo.Length > 0;
        await stream.WriteAsync(hasLogin ? new byte[] { 5, 1, 2 } : new byte[] { 5, 1, 0 }, cancellationToken);
        var choice = await ReadAsync(stream, 2, cancellationToken);
        if (choice[0] != 5 || choice[1] != (hasLogin ? 2 : 0))
        {
            throw new ProxyRefusedException("it accepts none of our logins");
        }

        if (hasLogin)
        {
            var user = Encoding.UTF8.GetBytes(login[0]);
            var password = Encoding.UTF8.GetBytes(login.Length > 1 ? login[1] : "");
            await stream.WriteAsync((byte[])[1, (byte)user.Length, .. user, (byte)password.Length, .. password], cancellationToken);
            if ((await ReadAsync(stream, 2, cancellationToken))[1] != 0)
            {
                throw new ProxyRefusedException("wrong user or password");
            }
        }

        await stream.WriteAsync((byte[])[5, 1, 0, .. Address(host), (byte)(port >> 8), (byte)port], cancellationToken);
        var answer = await ReadAsync(stream, 4, cancellationToken);
        if (answer[1] != 0)
        {
            throw new ProxyRefusedException($"SOCKS error {answer[1]}");
        }

        var bound = answer[3] switch { 1 => 4, 4 => 16, _ => (await ReadAsync(stream, 1, cancellationToken))[0] };
        await ReadAsync(stream, bound + 2, cancellationToken);
    }

    private static byte[] Address(string host)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            var bytes = address.GetAddressBytes();
            return [(byte)(bytes.Length == 4 ? 1 : 4), .. bytes];
        }

        var name = Encoding.ASCII.GetBytes(host);
        return [3, (byte)name.Length, .. name];
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
