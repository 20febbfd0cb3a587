using System.Text.Json;
using Bot.Core.Diagnosis;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis;

public sealed class DiagnosisJsonTests
{
    [Fact]
    public void Names_and_their_order_are_the_contract()
    {
        using var document = JsonDocument.Parse(Write(Language.En));
        var finding = document.RootElement.GetProperty("findings")[0];

        Names(document.RootElement).ShouldBe(["now", "findings", "unread", "summary"]);
        Names(finding).ShouldBe(["id", "rule", "severity", "impact", "subject", "cluster", "title", "cause", "evidence", "advice", "rootCause", "causedBy", "affected"]);
        Names(finding.GetProperty("subject")).ShouldBe(["kind", "namespace", "name"]);
        Names(finding.GetProperty("evidence")[0]).ShouldBe(["text", "object", "field", "value"]);
        Names(finding.GetProperty("advice")[0]).ShouldBe(["text", "git", "action", "command"]);
        Names(document.RootElement.GetProperty("unread")[0]).ShouldBe(["file", "document", "line", "message"]);
        Names(document.RootElement.GetProperty("summary")).ShouldBe(["critical", "warning", "info", "objects", "notRead"]);
    }

    [Fact]
    public void Values_are_written_as_the_contract_says()
    {
        using var document = JsonDocument.Parse(Write(Language.En));
        var finding = document.RootElement.GetProperty("findings")[0];

        document.RootElement.GetProperty("now").GetString().ShouldBe("2026-11-21T02:00:00Z");
        finding.GetProperty("severity").GetString().ShouldBe("critical");
        finding.GetProperty("impact").GetString().ShouldBe("users");
        finding.GetProperty("affected")[0].GetString().ShouldBe("Deployment/wealist-prod/media-service");
        finding.GetProperty("advice")[0].GetProperty("action").ValueKind.ShouldBe(JsonValueKind.Null);
        document.RootElement.GetProperty("summary").GetProperty("objects").GetInt32().ShouldBe(2);
        document.RootElement.GetProperty("summary").GetProperty("critical").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void Korean_is_readable_and_not_escaped() => Write(Language.Ko).ShouldContain("메모리 초과 종료");

    private static string Write(Language language)
    {
        var diagnosis = DiagnoserTests.Diagnose(
            TheSnapshot.Of(new ThePod().CrashLooping("OOMKilled", 137).Build(), new TheDeployment().Ready(0).Build()), [.. RuleCatalogue.All]);
        return new DiagnosisJson(new Localizer(language, TimeZoneInfo.Utc), new Redactor()).Write([diagnosis], [new UnreadDocument("a.yaml", 2, 40, "bad")], TheSnapshot.Now);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
