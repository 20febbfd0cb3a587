using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Sources;

/// <summary>
/// How full volumes are, from the kubelet's figures in Prometheus (one instant query). A claim of which the size is not known is left out.
/// Where several series speak of a claim (it moved to another node), the larger figure counts.
/// </summary>
public sealed class PrometheusVolumes(Uri url, string token, TimeProvider clock) : ISnapshotSource, IDisposable
{
    private const string Prefix = "kubelet_volume_stats_";
    private const string Query = $"{{__name__=~\"{Prefix}(used_bytes|capacity_bytes|inodes_used|inodes)\"}}";
    private const int LargestAnswer = 32 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public async Task<SourceReading> ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await AskAsync(either.Token);
        }
        catch (HttpRequestException failure)
        {
            return Gap($"Prometheus cannot be asked: {failure.HttpRequestError}");
        }
        catch (JsonException)
        {
            return Gap("Prometheus answered with something that is no JSON");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Gap($"Prometheus does not answer within {Patience.TotalSeconds:0} s");
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<SourceReading> AskAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{url.AbsoluteUri.TrimEnd('/')}/api/v1/query?query={Uri.EscapeDataString(Query)}"));
        if (token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return Gap($"Prometheus answered {(int)response.StatusCode}");
        }

        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return Sees(answer.RootElement) is { } volumes
            ? new SourceReading(new KindReading("VolumeUsage", ReadingState.Partial, SeenAt: clock.GetUtcNow()), volumes)
            : Gap("Prometheus answered in a form that is not that of its query API");
    }

    /// <summary>Null when the answer is no instant vector.</summary>
    private static ImmutableArray<ClusterObject>? Sees(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("result", out var result) || result.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var volumes = result.EnumerateArray().Select(FigureOf).OfType<Figure>().GroupBy(figure => (figure.Namespace, figure.Claim));
        return [.. volumes.Select(volume => VolumeOf(volume.Key.Namespace, volume.Key.Claim, [.. volume])).Where(volume => volume.CapacityBytes > 0)];
    }

    private static VolumeUsage VolumeOf(string @namespace, string claim, ImmutableArray<Figure> figures)
    {
        return new VolumeUsage
        {
            Metadata = new Metadata { Namespace = @namespace, Name = claim },
            UsedBytes = Largest("used_bytes") ?? 0,
            CapacityBytes = Largest("capacity_bytes") ?? 0,
            InodesUsed = Largest("inodes_used"),
            Inodes = Largest("inodes"),
            TakenAt = figures.Max(figure => figure.At),
        };

        long? Largest(string name) => figures.Where(figure => figure.Name == name).Select(figure => (long?)figure.Value).Max();
    }

    private static Figure? FigureOf(JsonElement series)
    {
        if (series.ValueKind != JsonValueKind.Object || !series.TryGetProperty("metric", out var labels) || labels.ValueKind != JsonValueKind.Object
            || !series.TryGetProperty("value", out var sample) || sample.ValueKind != JsonValueKind.Array || sample.GetArrayLength() != 2
            || sample[0].ValueKind != JsonValueKind.Number || sample[1].ValueKind != JsonValueKind.String
            || !double.TryParse(sample[1].GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || value is < 0 or > long.MaxValue / 2)
        {
            return null;
        }

        var name = Label(labels, "__name__");
        var claim = Label(labels, "persistentvolumeclaim");
        return claim.Length == 0 || !name.StartsWith(Prefix, StringComparison.Ordinal)
            ? null
            : new Figure(Label(labels, "namespace"), claim, name[Prefix.Length..], (long)value, DateTimeOffset.UnixEpoch.AddSeconds(sample[0].GetDouble()));
    }

    private static string Label(JsonElement labels, string name) => labels.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private SourceReading Gap(string reason) => new(new KindReading("VolumeUsage", ReadingState.Failed, SeenAt: clock.GetUtcNow(), Gap: reason), []);

    private sealed record Figure(string Namespace, string Claim, string Name, long Value, DateTimeOffset At);
}
