using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Kinds;
using Bot.Kubernetes.Observing;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Observing;

public sealed class SnapshotReaderTests
{
    private readonly FakeApi api = new();
    private readonly ManualClock clock = new();

    [Fact]
    public async Task All_kinds_are_read_once_from_the_cache_of_the_server()
    {
        api.Lists("pods.v1", """{"metadata":{"name":"a","namespace":"shop"}}""").Lists("serviceaccounts.v1", """{"metadata":{"name":"b","namespace":"shop"}}""");

        var read = await new SnapshotReader(api, clock).ReadOnceAsync("main", KindTable.OfTheApi, ObservationScope.Default, CancellationToken.None);

        read.Value.All<Pod>().ShouldHaveSingleItem();
        read.Value.All<ServiceAccount>().ShouldHaveSingleItem();
        read.Value.ReadingOf("Rollout").State.ShouldBe(ReadingState.NotInstalled);
        api.Calls.ShouldContain("list pods.v1 cached");
        api.Calls.ShouldContain("list serviceaccounts.v1 cached metadata");
        api.Calls.ShouldNotContain(call => call.Contains(" secrets.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_a_failure_and_ends_the_reading_at_once()
    {
        foreach (var entry in KindTable.OfTheApi)
        {
            api.Refuses($"{entry.Resource.Plural}.{entry.Resource.Version}", ApiFailureKind.Connection, "refused");
        }

        var read = await new SnapshotReader(api, clock).ReadOnceAsync("main", KindTable.OfTheApi, ObservationScope.Default, CancellationToken.None);

        read.Failure!.Kind.ShouldBe(ApiFailureKind.Connection);
        api.Calls.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task Cancellation_is_cancellation()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new SnapshotReader(api, clock).ReadOnceAsync("main", KindTable.OfTheApi, ObservationScope.Default, stop.Token));
    }
}
