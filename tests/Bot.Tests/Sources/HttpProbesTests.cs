using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Core.Clusters;
using Bot.Sources;
using Bot.Testing;

namespace Bot.Tests.Sources;

public sealed class HttpProbesTests
{
    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(200, true)]
    [InlineData(302, false)]
    [InlineData(503, false)]
    public async Task Notes_the_status_and_follows_no_redirect(int status, bool isGood)
    {
        await using var server = await Answering.WithAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });

        var result = await ProbeAsync(server.Url);

        result.Status.ShouldBe(status);
        result.IsGood.ShouldBe(isGood);
        result.Environment.ShouldBe("prod");
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_an_error_and_no_exception()
    {
        Uri url;
        await using (var server = await Answering.WithAsync(200))
        {
            url = server.Url;
        }

        var result = await ProbeAsync(url);

        result.Status.ShouldBeNull();
        result.Error.ShouldBe("the connection is refused");
        result.IsGood.ShouldBeFalse();
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_an_error_and_its_end_is_noted()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ends = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        using var certificate = new CertificateRequest("CN=shop.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(ends.AddDays(-90), ends);
        await using var server = await Answering.WithAsync(_ => Task.CompletedTask, certificate);

        var result = await ProbeAsync(server.Url);

        result.Error.ShouldBe("the certificate or the TLS handshake is refused");
        result.CertificateNotAfter.ShouldBe(ends);
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_ten_seconds_for_an_answer()
    {
        var asked = new TaskCompletionSource();
        await using var server = await Answering.WithAsync(context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });

        var probing = ProbeAsync(server.Url);
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(9.9));
        probing.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.1));

        (await probing).Error.ShouldBe("no answer within 10 s");
    }

    [Fact]
    public async Task Who_cancels_hears_of_it()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = await Answering.WithAsync(_ => cancel.CancelAsync());

        await Should.ThrowAsync<OperationCanceledException>(() => Probes(server.Url).ReadAsync(cancel.Token));
    }

    private async Task<ProbeResult> ProbeAsync(Uri url)
    {
        var read = await Probes(url).ReadAsync(CancellationToken.None);
        read.Reading.State.ShouldBe(ReadingState.Read);
        return read.Items.ShouldHaveSingleItem().ShouldBeOfType<ProbeResult>();
    }

    private HttpProbes Probes(Uri url) => new([new ProbedAddress("prod", url, 200)], clock);
}
