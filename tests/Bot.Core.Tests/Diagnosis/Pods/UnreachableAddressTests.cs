using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Tests.Diagnosis.Pods;

public sealed class UnreachableAddressTests
{
    [Theory]
    [InlineData("panic: dial tcp 10.0.3.4:5432: connect: connection refused", "10.0.3.4", "5432")]
    [InlineData("dial tcp [fd00::5]:5432: connect: connection refused", "fd00::5", "5432")]
    [InlineData("failed to connect to `host=postgres user=app`: dial error (dial tcp 10.0.3.4:5432: i/o timeout)", "10.0.3.4", "5432")]
    [InlineData("dial tcp: lookup postgres.data.svc.cluster.local on 172.20.0.10:53: no such host", "postgres.data.svc.cluster.local", "")]
    [InlineData("dial tcp: lookup postgres: no such host", "postgres", "")]
    [InlineData("dial tcp: lookup postgres on 172.20.0.10:53: read udp 10.0.1.2:4411->172.20.0.10:53: i/o timeout", "172.20.0.10", "53")]
    [InlineData("dial tcp: lookup postgres on 172.20.0.10:53: server misbehaving", "172.20.0.10", "53")]
    [InlineData("connection to server at \"postgres\" (10.0.3.4), port 5432 failed: Connection refused", "postgres", "5432")]
    [InlineData("could not connect to server: Connection refused Is the server running on host \"postgres\" (10.0.3.4) and accepting TCP/IP connections on port 5432?", "postgres", "5432")]
    [InlineData("could not translate host name \"postgres\" to address: Name or service not known", "postgres", "")]
    [InlineData("Error: connect ECONNREFUSED 10.0.3.4:5432", "10.0.3.4", "5432")]
    [InlineData("Error: getaddrinfo ENOTFOUND redis", "redis", "")]
    [InlineData("Error: getaddrinfo EAI_AGAIN redis:6379", "redis", "6379")]
    [InlineData("org.postgresql.util.PSQLException: Connection to postgres:5432 refused. Check that the hostname and port are correct", "postgres", "5432")]
    [InlineData("io.netty.channel.AbstractChannel$AnnotatedConnectException: Connection refused: redis/10.0.3.4:6379", "redis", "6379")]
    [InlineData("java.net.UnknownHostException: kafka-0.kafka", "kafka-0.kafka", "")]
    [InlineData("redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.", "redis", "6379")]
    [InlineData("curl: (7) Failed to connect to user-service port 8080 after 2 ms: Connection refused", "user-service", "8080")]
    [InlineData("ERROR 2003 (HY000): Can't connect to MySQL server on 'mysql:3306' (111)", "mysql", "3306")]
    [InlineData("postgres:5432 - no response", "postgres", "5432")]
    public void The_address_is_found(string line, string host, string port) => UnreachableAddress.In(line).ShouldBe((host, port));

    [Theory]
    [InlineData("")]
    [InlineData("listening on :8080")]
    [InlineData("2026-11-21 01:57:30 main.go:42: connection refused by policy")]
    [InlineData("dial tcp 127.0.0.1:9901: connect: connection refused")]
    [InlineData("Error: connect ECONNREFUSED localhost:5432")]
    [InlineData("request to http://user-service:8080 took 40 ms")]
    [InlineData("context deadline exceeded: timeout")]
    public void Nothing_is_made_up(string line) => UnreachableAddress.In(line).ShouldBeNull();
}
