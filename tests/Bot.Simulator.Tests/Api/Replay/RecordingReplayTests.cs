using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Simulator.Api;
using Bot.Simulator.Store;
using Bot.Testing;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>Repeats what a real API server was asked, in the state in which it was, and compares what comes back.</summary>
public sealed class RecordingReplayTests
{
    private static readonly string[] ComparedHeaders =
        ["Content-Type", "Cache-Control", "Retry-After", "Warning", "X-Content-Type-Options", "Content-Encoding", "Vary"];

    private static readonly string[] PresentHeaders =
        ["Audit-Id", "Etag", "X-Kubernetes-Pf-Flowschema-Uid", "X-Kubernetes-Pf-Prioritylevel-Uid"];

    /// <summary>Field ownership is not simulated.</summary>
    private static readonly string[] MayAlwaysDiffer = ["*managedFields", "*columnDefinitions[].description"];

    /// <summary>The version after a write depends on who else wrote; a new object's uid is random.</summary>
    private static readonly string[] MayDifferAfterWrite = ["metadata.resourceVersion"];

    private static readonly string[] MayDifferAfterCreate = ["metadata.resourceVersion", "metadata.uid"];

    public static TheoryData<string> Names => [.. ReplayPlan.All.Select(static exchange => exchange.Name)];

    [SharedTheory]
    [MemberData(nameof(Names))]
    public async Task The_simulator_answers_as_the_recorded_server_did(string name)
    {
        var exchange = ReplayPlan.All.Single(known => known.Name == name);
        var recording = Recording.Read(name);
        var stage = new ReplayStage(recording);
        exchange.Given?.Invoke(stage);
        await using var server = await KubernetesApiServer.StartAsync(stage.Store, new ApiServerOptions { Tls = false, Users = stage.Users });
        using var client = new HttpClient();
        using var request = Request(server.Address, recording, exchange);

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (exchange.StreamSeconds > 0)
        {
            await stage.Clock.WhenPendingAsync();
            stage.Clock.Advance(TimeSpan.FromSeconds(exchange.StreamSeconds));
        }

        var body = await answer.Content.ReadAsByteArrayAsync();

        ((int)answer.StatusCode).ShouldBe(recording.Code, Encoding.UTF8.GetString(body));
        CompareHeaders(recording, answer);
        if (!exchange.HeadOnly)
        {
            CompareBody(exchange, recording, Unpack(answer, body));
        }
    }

    [SharedFact]
    public void Every_recording_is_replayed_or_left_out_for_a_reason()
    {
        var recorded = Directory.GetFiles(SharedFiles.PathOf("recordings", "kubernetes"), "*.http").Select(Path.GetFileNameWithoutExtension);

        var known = ReplayPlan.All.Select(static exchange => exchange.Name).Concat(ReplayPlan.LeftOut.Keys);

        known.OrderBy(static name => name, StringComparer.Ordinal).ShouldBe(recorded.OrderBy(static name => name, StringComparer.Ordinal));
    }

    private static HttpRequestMessage Request(Uri address, Recording recording, ReplayedExchange exchange)
    {
        var request = new HttpRequestMessage(new HttpMethod(recording.Method), new Uri(address.GetLeftPart(UriPartial.Authority) + recording.Target));
        if (recording.RequestBody.Length > 0)
        {
            request.Content = new ByteArrayContent(recording.RequestBody);
        }

        foreach (var (name, value) in recording.RequestHeaders)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else if (name is not ("Host" or "Content-Length" or "Authorization"))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (exchange.Token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", exchange.Token);
        }

        return request;
    }

    private static void CompareHeaders(Recording recording, HttpResponseMessage answer)
    {
        foreach (var name in ComparedHeaders)
        {
            Header(answer, name).ShouldBe(recording.Header(name), name);
        }

        foreach (var name in PresentHeaders)
        {
            (Header(answer, name) is not null).ShouldBe(recording.Header(name) is not null, name);
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) || answer.Content.Headers.NonValidated.TryGetValues(name, out values) ? values.ToString() : null;

    private static byte[] Unpack(HttpResponseMessage answer, byte[] body)
    {
        if (!answer.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            return body;
        }

        using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress);
        using var whole = new MemoryStream();
        gzip.CopyTo(whole);
        return whole.ToArray();
    }

    private static void CompareBody(ReplayedExchange exchange, Recording recording, byte[] body)
    {
        if (recording.Body.AsSpan().SequenceEqual(body))
        {
            return;
        }

        var text = Encoding.UTF8.GetString(body);
        if (recording.Header("Content-Type") is not { } type || !type.StartsWith("application/json", StringComparison.Ordinal))
        {
            text.ShouldBe(Encoding.UTF8.GetString(recording.Body));
            return;
        }

        string[] allowed = [.. MayAlwaysDiffer, .. exchange.MayDiffer, .. Written(recording)];
        if (recording.Target.Contains("watch="))
        {
            var events = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)).ToList();
            var expected = recording.Events();
            events.Count.ShouldBe(expected.Count, text);
            for (var i = 0; i < events.Count; i++)
            {
                JsonDifference.Find(expected[i], events[i], allowed).ShouldBeEmpty();
            }

            return;
        }

        var actual = JsonNode.Parse(body)!.AsObject();
        JsonDifference.Find(exchange.Part is null ? recording.Json : exchange.Part(recording.Json), exchange.Part is null ? actual : exchange.Part(actual), allowed).ShouldBeEmpty();
        if (recording.Code >= 400 && exchange.MayDiffer.Count == 0)
        {
            text.ShouldBe(Encoding.UTF8.GetString(recording.Body), "A refusal is the same to the byte.");
        }
    }

    private static string[] Written(Recording recording) => recording switch
    {
        { Code: >= 400 } or { Method: "GET" } => [],
        { Method: "POST" } => MayDifferAfterCreate,
        _ => MayDifferAfterWrite,
    };
}
