using Bot.Core.Clusters;
using Bot.Sources;
using Bot.Testing;

namespace Bot.Tests.Sources;

public sealed class PrometheusVolumesTests
{
    private const string Full =
        """
        {"status":"success","data":{"resultType":"vector","result":[
          {"metric":{"__name__":"kubelet_volume_stats_used_bytes","namespace":"data","persistentvolumeclaim":"data-postgres-0","node":"a"},"value":[1795224600.781,"9126805504"]},
          {"metric":{"__name__":"kubelet_volume_stats_used_bytes","namespace":"data","persistentvolumeclaim":"data-postgres-0","node":"b"},"value":[1795224600.781,"1e9"]},
          {"metric":{"__name__":"kubelet_volume_stats_capacity_bytes","namespace":"data","persistentvolumeclaim":"data-postgres-0"},"value":[1795224600.781,"10433613824"]},
          {"metric":{"__name__":"kubelet_volume_stats_inodes","namespace":"data","persistentvolumeclaim":"data-postgres-0"},"value":[1795224600.781,"655360"]},
          {"metric":{"__name__":"kubelet_volume_stats_used_bytes","namespace":"data","persistentvolumeclaim":"without-size"},"value":[1795224600.781,"5"]},
          {"metric":{"__name__":"kubelet_volume_stats_capacity_bytes","namespace":"data","persistentvolumeclaim":"odd"},"value":[1795224600.781,"NaN"]},
          {"metric":{},"value":[1795224600.781,"1"]}, {"value":"x"}, 5]}}
        """;

    private readonly ManualClock clock = new();

    [Fact]
    public async Task Puts_the_figures_of_a_claim_together_and_leaves_out_what_it_cannot_use()
    {
        await using var server = await Answering.WithAsync(200, Full);

        var read = await ReadAsync(server.Url, "s3cret");

        var volume = read.Items.ShouldHaveSingleItem().ShouldBeOfType<VolumeUsage>();
        volume.Ref.ShouldBe(new ObjectRef("VolumeUsage", "data", "data-postgres-0"));
        (volume.UsedBytes, volume.CapacityBytes, volume.Inodes, volume.InodesUsed).ShouldBe((9126805504, 10433613824, 655360, null));
        volume.TakenAt!.Value.ToUnixTimeSeconds().ShouldBe(1795224600);
        server.Asked.ShouldHaveSingleItem().ShouldStartWith("/api/v1/query?query=");
        server.Asked.Single().ShouldEndWith("Bearer s3cret");
    }

    [Theory]
    [InlineData(401, "", "Prometheus answered 401")]
    [InlineData(200, "<html>", "Prometheus answered with something that is no JSON")]
    [InlineData(200, "[]", "Prometheus answered in a form that is not that of its query API")]
    [InlineData(200, """{"status":"success","data":{"result":{}}}""", "Prometheus answered in a form that is not that of its query API")]
    public async Task An_answer_that_cannot_be_used_is_a_gap(int status, string body, string gap)
    {
        await using var server = await Answering.WithAsync(status, body);

        var read = await ReadAsync(server.Url, "s3cret");

        read.Reading.State.ShouldBe(ReadingState.Failed);
        read.Reading.Gap.ShouldBe(gap);
        read.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_prometheus_that_is_not_there_is_a_gap()
    {
        Uri url;
        await using (var server = await Answering.WithAsync(200))
        {
            url = server.Url;
        }

        (await ReadAsync(url)).Reading.Gap.ShouldBe("Prometheus cannot be asked: ConnectionError");
    }

    private async Task<SourceReading> ReadAsync(Uri url, string token = "")
    {
        using var volumes = new PrometheusVolumes(url, token, clock);
        return await volumes.ReadAsync(CancellationToken.None);
    }
}
