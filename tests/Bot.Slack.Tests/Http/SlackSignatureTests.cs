using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Slack.Http;
using Bot.Testing;

namespace Bot.Slack.Tests.Http;

public sealed class SlackSignatureTests
{
    private const string Secret = "a-secret-of-this-test";
    private static readonly byte[] Body = "command=%2Fgitops&text=status+prod"u8.ToArray();
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_770_000_000);

    private readonly SlackSignature signature = new(Secret, new ManualClock(Now));

    [Theory]
    [InlineData(0, SlackVerdict.Genuine)]
    [InlineData(-300, SlackVerdict.Genuine)]
    [InlineData(300, SlackVerdict.Genuine)]
    [InlineData(-301, SlackVerdict.OutsideWindow)]
    [InlineData(301, SlackVerdict.OutsideWindow)]
    public void Judges_a_well_signed_request_by_its_age(int seconds, SlackVerdict expected)
    {
        var timestamp = (Now.ToUnixTimeSeconds() + seconds).ToString(System.Globalization.CultureInfo.InvariantCulture);

        signature.Verify(timestamp, Sign(timestamp), Body).ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, SlackVerdict.Unsigned)]
    [InlineData("", SlackVerdict.Unsigned)]
    [InlineData("soon", SlackVerdict.Malformed)]
    [InlineData("-1", SlackVerdict.Malformed)]
    [InlineData("99999999999999999", SlackVerdict.Malformed)]
    public void Refuses_a_timestamp_that_is_none(string? timestamp, SlackVerdict expected) =>
        signature.Verify(timestamp, Sign(timestamp ?? ""), Body).ShouldBe(expected);

    [Fact]
    public void Refuses_a_body_that_was_changed()
    {
        var timestamp = Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

        signature.Verify(timestamp, Sign(timestamp), [.. Body, (byte)'x']).ShouldBe(SlackVerdict.Forged);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Cannot_be_made_without_a_secret(string secret) => Should.Throw<ArgumentException>(() => new SlackSignature(secret, new ManualClock(Now)));

    [SharedFact]
    public void Agrees_with_every_published_vector()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFiles.PathOf("specs", "vectors.slack-signature.json")));
        var vectors = file.RootElement.GetProperty("vectors").EnumerateArray().ToList();
        vectors.Count.ShouldBeGreaterThan(5);

        foreach (var vector in vectors)
        {
            var secret = Text(vector, "signing_secret") ?? "";
            var verdict = secret.Length == 0
                ? SlackVerdict.Forged
                : new SlackSignature(secret, new ManualClock(DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("now").GetInt64())))
                    .Verify(Text(vector, "timestamp"), Text(vector, "signature"), BodyOf(vector));
            (verdict == SlackVerdict.Genuine).ShouldBe(vector.GetProperty("valid").GetBoolean(), Text(vector, "name"));
        }
    }

    private static byte[] BodyOf(JsonElement vector) =>
        Text(vector, "body_base64") is { } encoded ? Convert.FromBase64String(encoded) : Encoding.UTF8.GetBytes(Text(vector, "body") ?? "");

    private static string? Text(JsonElement vector, string name) =>
        vector.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Sign(string timestamp) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. Body]));
}
