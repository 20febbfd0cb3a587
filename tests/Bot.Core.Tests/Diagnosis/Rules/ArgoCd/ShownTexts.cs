using Bot.Core.Diagnosis;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

/// <summary>Every slot of a finding stands in both languages, is filled completely and fits its budget uncut.</summary>
internal static class ShownTexts
{
    public static Finding ShouldSpeak(this Finding finding)
    {
        var assessed = finding with { TopOwner = finding.Subject, Impact = Impact.Deployments };
        foreach (var language in Enum.GetValues<Language>())
        {
            var localizer = new Localizer(language, TimeZoneInfo.Utc);
            var text = new FindingTexts(localizer, new Redactor()).Of(assessed, TheSnapshot.Now, "prod");
            foreach (var (slot, shown) in new[] { ("push", text.Push), ("headline", text.Headline), ("cause", text.Cause), ("now", text.Now), ("lasting", text.Lasting), ("caution", text.Caution ?? "none") })
            {
                shown.ShouldNotBeNullOrWhiteSpace($"{finding.Rule}.{slot} ({language})");
                shown.ShouldNotContain("{", Case.Sensitive, $"{finding.Rule}.{slot} ({language})");
                shown.ShouldNotContain("‹", Case.Sensitive, $"{finding.Rule}.{slot} ({language})");
                shown.ShouldNotContain("  ", Case.Sensitive, $"{finding.Rule}.{slot} ({language}): {shown}");
                shown.EndsWith('…').ShouldBeFalse($"{finding.Rule}.{slot} ({language}): {shown}");
            }
        }

        finding.Evidence.Length.ShouldBeInRange(1, 5);
        return finding;
    }
}
