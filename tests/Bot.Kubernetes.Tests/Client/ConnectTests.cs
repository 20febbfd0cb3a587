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

        var failure = (await client.GetVersionAsync(The.Patience)).Failure!;

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

        (await answer).Failure!.Kind.ShouldBe(ApiFailureKind.Timeout);
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

        (await refused.GetVersionAsync(The.Patience)).Failure!.Text.Key.ShouldBe("kubernetes.proxy-refused");
        (await absent.GetVersionAsync(The.Patience)).Failure!.Kind.ShouldBe(ApiFailureKind.Proxy);
    }

    [Fact]
    public async Task Tells_an_address_at_which_no_api_server_answers()
    {
        await using var server = new LoopbackServer((_, answer) => answer.BodyAsync(200, "text/html", "<html>login</html>"u8.ToArray()));
        using var client = The.Client(server);

        (await client.GetVersionAsync(The.Patience)).Failure!.Text.Key.ShouldBe("kubernetes.not-kubernetes");
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
