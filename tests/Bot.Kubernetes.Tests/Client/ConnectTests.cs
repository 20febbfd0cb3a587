using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Client.Transport;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client;

public sealed class ConnectTests
{
    [Fact]
    public async Task Tells_a_refused_connection_with_its_address()
    {
        var nobody = new Uri($"http://127.0.0.1:{FreePort()}");
        using var client = The.Client(The.Connection(nobody));

        var failure = The.Told((await client.GetVersionAsync(The.Patience)).Failure);

        failure.Text.Key.ShouldBe("kubernetes.connection-refused");
        failure.Address.ShouldBe(nobody.ToString().TrimEnd('/'));
        failure.OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public void Tells_a_name_that_does_not_resolve()
    {
        var failure = ConnectFailures.OfSocket(new SocketException((int)SocketError.HostNotFound), "api.example", "https://api.example", isProxy: false);

        failure.Kind.ShouldBe(ApiFailureKind.NameResolution);
        failure.Facts["host"].ShouldBe("api.example");
    }

    [Fact]
    public async Task Tells_a_server_that_does_not_answer()
    {
        var clock = new ManualClock();
        await using var server = new LoopbackServer((_, _) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, The.Patience));
        using var client = The.Client(server, clock);

        var answer = client.GetVersionAsync(The.Patience);
        while (server.Requests.IsEmpty)
        {
            await Task.Yield();
        }

        clock.Advance(TimeSpan.FromSeconds(30));

        The.Told((await answer).Failure).Kind.ShouldBe(ApiFailureKind.Timeout);
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_a_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new LoopbackServer((_, _) => cancel.CancelAsync());
        using var client = The.Client(server);

        await Should.ThrowAsync<OperationCanceledException>(() => client.GetVersionAsync(cancel.Token));
    }

    [Fact]
    public async Task Goes_through_the_proxy_of_the_kubeconfig()
    {
        await using var proxy = new LoopbackServer(async (request, answer) =>
        {
            // The same socket plays the server behind the proxy once the tunnel stands.
            if (request.Method == "CONNECT")
            {
                await answer.RawAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 Connection established\r\n\r\n"));
            }
            else
            {
                await answer.JsonAsync(200, """{"gitVersion":"v1.34.0"}""");
            }
        });
        using var client = The.Client(Through(proxy, "mina:pw@"));

        (await client.GetVersionAsync(The.Patience)).Value.GitVersion.ShouldBe("v1.34.0");

        proxy.Requests.First().Target.ShouldBe("cluster.example:6443");
        proxy.Requests.First().Header("Proxy-Authorization").ShouldBe("Basic bWluYTpwdw==");
        proxy.Requests.Last().Header("Host").ShouldBe("cluster.example:6443");
    }

    [Fact]
    public async Task Tells_a_proxy_that_refuses_and_one_that_is_not_there()
    {
        await using var proxy = new LoopbackServer((_, answer) => answer.TextAsync(407, "login"));
        using var refused = The.Client(Through(proxy, ""));
        using var absent = The.Client(new ClusterConnection
        {
            Server = new Uri("http://cluster.example:6443"),
            Source = "test",
            Credentials = StaticCredentialSource.Anonymous,
            Proxy = new Uri($"socks5://127.0.0.1:{FreePort()}"),
        });

        The.Told((await refused.GetVersionAsync(The.Patience)).Failure).Text.Key.ShouldBe("kubernetes.proxy-refused");
        The.Told((await absent.GetVersionAsync(The.Patience)).Failure).Kind.ShouldBe(ApiFailureKind.Proxy);
    }

    [Fact]
    public async Task Goes_through_a_socks_proxy_with_a_login()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = PlaySocksAsync(listener);
        using var client = The.Client(new ClusterConnection
        {
            Server = new Uri("http://cluster.example:6443"),
            Source = "test",
            Credentials = StaticCredentialSource.Anonymous,
            Proxy = new Uri($"socks5://mina:pw@127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"),
        });

        (await client.GetVersionAsync(The.Patience)).Value.GitVersion.ShouldBe("v1.34.0");

        (await asked).ShouldBe("mina:pw cluster.example:6443 /version");
    }

    private static async Task<string> PlaySocksAsync(TcpListener listener)
    {
        using var socket = await listener.AcceptTcpClientAsync(The.Patience);
        await using var stream = socket.GetStream();
        async Task<byte[]> TakeAsync(int count)
        {
            var bytes = new byte[count];
            await stream.ReadExactlyAsync(bytes, The.Patience);
            return bytes;
        }

        (await TakeAsync(3)).ShouldBe([5, 1, 2]);
        await stream.WriteAsync(new byte[] { 5, 2 });
        var user = Encoding.ASCII.GetString(await TakeAsync((await TakeAsync(2))[1]));
        var password = Encoding.ASCII.GetString(await TakeAsync((await TakeAsync(1))[0]));
        await stream.WriteAsync(new byte[] { 1, 0 });
        (await TakeAsync(4)).ShouldBe([5, 1, 0, 3]);
        var host = Encoding.ASCII.GetString(await TakeAsync((await TakeAsync(1))[0]));
        var port = await TakeAsync(2);
        await stream.WriteAsync(new byte[] { 5, 0, 0, 1, 127, 0, 0, 1, 0, 1 });
        var request = await SeenRequest.ReadAsync(stream, The.Patience);
        await new AnswerWriter(stream).JsonAsync(200, """{"gitVersion":"v1.34.0"}""");
        return $"{user}:{password} {host}:{(port[0] << 8) + port[1]} {request!.Target}";
    }

    [Fact]
    public async Task Tells_an_address_at_which_no_api_server_answers()
    {
        await using var server = new LoopbackServer((_, answer) => answer.BodyAsync(200, "text/html", "<html>login</html>"u8.ToArray()));
        using var client = The.Client(server);

        The.Told((await client.GetVersionAsync(The.Patience)).Failure).Text.Key.ShouldBe("kubernetes.not-kubernetes");
        (await client.ListAsync(The.Pods, null, Item.Json, Bot.Kubernetes.Client.ListOptions.Default, The.Patience)).Failure!.Kind.ShouldBe(ApiFailureKind.Malformed);
    }

    private static ClusterConnection Through(LoopbackServer proxy, string login) => new()
    {
        Server = new Uri("http://cluster.example:6443"),
        Source = "test",
        Credentials = StaticCredentialSource.Anonymous,
        Proxy = new Uri($"http://{login}127.0.0.1:{proxy.Address.Port}"),
    };

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
