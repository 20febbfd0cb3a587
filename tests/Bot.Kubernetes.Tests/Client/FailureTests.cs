using System.Text;
using Bot.Core.Texts;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Client.Transport;

namespace Bot.Kubernetes.Tests.Client;

public sealed class FailureTests
{
    [Fact]
    public void Reads_a_status_that_comes_as_protobuf()
    {
        const string Message = "pods is forbidden: User \"bot\" cannot list resource \"pods\" in API group \"\" at the cluster scope";
        byte[] status = [.. Field(2, "Failure"), .. Field(3, Message), .. Field(4, "Forbidden"), .. ListScannerTests.Field(5, Field(3, "pods")), 0x30, 0x93, 0x03];
        byte[] body = [.. "k8s\0"u8, .. ListScannerTests.Field(1, [.. Field(1, "v1"), .. Field(2, "Status")]), .. ListScannerTests.Field(2, status)];

        var failure = FailureReader.Read(403, body, null, isWrite: false);

        failure.Kind.ShouldBe(ApiFailureKind.Forbidden);
        failure.MissingRight.ShouldBe(new MissingRight("bot", "list", "", "pods", null, null));
        failure.IsGap.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""admission webhook "validate.kyverno.svc" denied the request: no latest tag""", Refusal.AdmissionWebhook)]
    [InlineData("something else entirely", Refusal.Other)]
    public void Tells_a_refusal_from_a_missing_right(string message, Refusal refusal)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"kind":"Status","message":{{System.Text.Json.JsonSerializer.Serialize(message)}},"reason":"Forbidden","code":403}""");

        FailureReader.Read(403, body, null, isWrite: true).Refusal.ShouldBe(refusal);
    }

    [Theory]
    [InlineData(504, """{"kind":"Status","message":"Timeout","code":504}""", true)]
    [InlineData(502, "<html>bad gateway</html>", true)]
    [InlineData(500, """{"kind":"Status","message":"Internal error occurred: failed calling webhook \"v\"","code":500}""", false)]
    [InlineData(409, """{"kind":"Status","message":"changed","reason":"Conflict","code":409}""", false)]
    public void Says_when_a_write_may_have_been_carried_out(int status, string body, bool isUnknown)
    {
        FailureReader.Read(status, Encoding.UTF8.GetBytes(body), null, isWrite: true).OutcomeUnknown.ShouldBe(isUnknown);
        FailureReader.Read(status, Encoding.UTF8.GetBytes(body), null, isWrite: false).OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public void Reads_several_warnings_of_one_header()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Warning", ["299 - \"first \\\"quoted\\\"\", 299 - \"second, with comma\"", "299 - \"third\""]);

        WarningHeader.Of(response).ShouldBe(["first \"quoted\"", "second, with comma", "third"]);
    }

    [Theory]
    [InlineData("한글", 6, "한글")]
    [InlineData("한글", 5, "한")]
    [InlineData("한글", 4, "한")]
    [InlineData("a🙂", 4, "a")]
    [InlineData("plain", 5, "plain")]
    public void Cuts_a_log_at_a_whole_character(string text, int bytes, string shown) =>
        TextBody.Decode(Encoding.UTF8.GetBytes(text).AsSpan(0, bytes)).ShouldBe(shown);

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Ko)]
    public void Every_kind_of_failure_has_a_text_and_fills_it(Language language)
    {
        var localizer = new Localizer(language, TimeZoneInfo.Utc);
        foreach (var failure in SomeFailures())
        {
            var text = localizer.Text(failure.Text);

            localizer.Has(failure.Text.Key).ShouldBeTrue(failure.Text.Key);
            text.ShouldNotContain("{");
        }
    }

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_placeholders()
    {
        var english = Texts("en");
        var korean = Texts("ko");

        korean.Keys.Order().ShouldBe(english.Keys.Order());
        foreach (var (key, text) in english)
        {
            Placeholders(korean[key]).ShouldBe(Placeholders(text), key);
        }
    }

    private static Dictionary<string, string> Texts(string language)
    {
        using var stream = typeof(Localizer).Assembly.GetManifestResourceStream($"Texts/{language}/kubernetes.json")!;
        return System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    private static IEnumerable<string> Placeholders(string text) =>
        text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order().Distinct();

    private static byte[] Field(int number, string text) => ListScannerTests.Field(number, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<ApiFailure> SomeFailures()
    {
        var facts = new ApiFailure(ApiFailureKind.NotFound, "said")
            .With("resource", "pods").With("problem", "p").With("host", "h").With("limit", TimeSpan.FromSeconds(3)).With("step", "TCP")
            .With("target", "t").With("name", "n").With("source", "s").With("subject", "c").With("until", TestCertificates.Now).With("type", "html");
        foreach (var kind in Enum.GetValues<ApiFailureKind>())
        {
            yield return facts with { Kind = kind };
        }

        foreach (var problem in Enum.GetValues<TlsProblem>())
        {
            yield return facts with { Kind = ApiFailureKind.Tls, Tls = problem };
        }

        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            yield return facts with { Kind = ApiFailureKind.Refused, Refusal = refusal };
        }

        yield return facts with { Kind = ApiFailureKind.Forbidden, MissingRight = new MissingRight("u", "list", "", "pods", null, null) };
        yield return facts with { Kind = ApiFailureKind.Forbidden, MissingRight = new MissingRight("u", "list", "", "pods", "n", null) };
        yield return facts with { Kind = ApiFailureKind.Forbidden, MissingRight = new MissingRight("system:anonymous", "list", "", "pods", "n", null) };
    }
}
