using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Network;

public sealed class FailedCallsTests
{
    [Theory]
    [InlineData("Get \"http://user-service:5001/health\": dial tcp 10.96.4.7:5001: i/o timeout", "Timeout user-service:5001")]
    [InlineData("dial tcp: lookup took too long; dial tcp 10.96.4.7:5001: i/o timeout", "Timeout user-service:5001")]
    [InlineData("Error: connect ETIMEDOUT 10.96.4.7:5001", "Timeout user-service:5001")]
    [InlineData("Error: connect ECONNREFUSED 10.96.4.7:5001", "Refused user-service:5001")]
    [InlineData("java.net.SocketException: Connection reset ... http://user-service.shop/users", "Reset user-service:80")]
    [InlineData("read tcp 10.0.3.9:41234->10.96.4.7:5001: read: connection reset by peer", "Reset user-service:5001")]
    [InlineData("HTTPConnectionPool(host='user-service', port=5001): ConnectionResetError(104, 'Connection reset by peer')", "Reset user-service:5001")]
    [InlineData("could not connect to server: Connection timed out Is the server running on host \"user-service\" (10.96.4.7) and accepting TCP/IP connections on port 5001?", "Timeout user-service:5001")]
    [InlineData("POST https://user-service.shop.svc.cluster.local/users: context deadline exceeded", "Timeout user-service:443")]
    public void Reads_target_and_sort_of_failure_from_the_words_of_clients(string line, string expected)
    {
        var snapshot = Said(line);

        var found = Enum.GetValues<FailedCallKind>().SelectMany(kind => FailedCalls.Of(snapshot, kind)).ShouldHaveSingleItem();
        $"{found.Kind} {found.Target.Name}:{found.Port}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("GET http://user-service:5001/users 200 in 3 ms")]
    [InlineData("dial tcp 203.0.113.7:443: i/o timeout")]
    [InlineData("Post \"https://payments.example.com/pay\": context deadline exceeded")]
    [InlineData("request timed out")]
    [InlineData("")]
    public void Finds_nothing_where_no_call_to_a_Service_of_the_cluster_failed(string line)
    {
        var snapshot = Said(line);

        Enum.GetValues<FailedCallKind>().SelectMany(kind => FailedCalls.Of(snapshot, kind)).ShouldBeEmpty();
    }

    [Fact]
    public void Takes_the_last_words_of_a_container_that_is_not_ready()
    {
        ClusterSnapshot snapshot = TheSnapshot.Of(
            TheUsers(),
            new ThePod("web-6797f58b49-abcde", "web", "shop").CrashLooping("Error", 1, message: "dial tcp 10.96.4.7:5001: connect: connection refused").Build());

        FailedCalls.Of(snapshot, FailedCallKind.Refused).ShouldHaveSingleItem().Container.ShouldBe("web");
    }

    [Theory]
    [InlineData("dial tcp: lookup user-service on 10.96.0.10:53: no such host", true)]
    [InlineData("getaddrinfo EAI_AGAIN user-service", true)]
    [InlineData("java.net.UnknownHostException: user-service", true)]
    [InlineData("404 not found", false)]
    public void Knows_a_name_that_does_not_resolve(string line, bool expected) =>
        FailedCalls.OfNames(Said(line)).Any().ShouldBe(expected);

    [Fact]
    public void Does_not_take_the_clients_own_address_for_the_target()
    {
        ClusterSnapshot snapshot = TheSnapshot.Of(
            TheUsers(),
            TheService.Of("web", "shop") with { Selector = TheMetadata.Map(("app", "web")) },
            new ThePod("web-6797f58b49-abcde", "web", "shop").With(pod => pod with { Ip = "10.0.3.9" }).Build(),
            new LogExcerpt { Metadata = TheMetadata.Of("shop", "web-6797f58b49-abcde"), Container = "web", Lines = ["read tcp 10.0.3.9:41234->10.96.4.7:5001: read: connection reset by peer"] });

        FailedCalls.Of(snapshot, FailedCallKind.Reset).ShouldHaveSingleItem().Target.Name.ShouldBe("user-service");
    }

    private static Service TheUsers() => TheService.Of("user-service", "shop") with { ClusterIp = "10.96.4.7" };

    private static ClusterSnapshot Said(string line) => TheSnapshot.Of(
        TheUsers(),
        new ThePod("web-6797f58b49-abcde", "web", "shop").Build(),
        new LogExcerpt { Metadata = TheMetadata.Of("shop", "web-6797f58b49-abcde"), Container = "web", Lines = ["started", line] });
}
