using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis;

public sealed class FindingTextsTests
{
    private static readonly ObjectRef Subject = new("Pod", "wealist-prod", "media-service-6797f58b49-5b9gk");

    [Fact]
    public void Fills_the_slots_in_both_languages()
    {
        var english = Texts(Language.En).Of(Oom(), TheSnapshot.Now, "prod");
        var korean = Texts(Language.Ko).Of(Oom(), TheSnapshot.Now, "prod");

        english.Push.ShouldBe("[prod] media-service killed at memory limit 512Mi, 6 restarts. Users affected.");
        korean.Push.ShouldBe("[prod] media-service 메모리 한도 512Mi 초과 종료 · 재시작 6회 · 사용자 영향 있음");
    }

    [Fact]
    public void A_variant_is_preferred_and_the_plain_slot_stands_in_for_it()
    {
        var text = Texts(Language.En).Of(Oom() with { Variant = "no-limit" }, TheSnapshot.Now);

        text.Cause.ShouldStartWith("Container media-service has no memory limit");
        text.Headline.ShouldBe("media-service: killed at its memory limit");
    }

    [Fact]
    public void Advice_is_the_change_in_git_then_what_to_do_now_then_the_caution()
    {
        var advice = Texts(Language.En).Of(Oom(), TheSnapshot.Now).Advice;

        advice.Select(item => item.Git).ShouldBe([true, false, false]);
        advice.Select(item => item.Action).ShouldBe([null, "raise-memory", null]);
        advice.Select(item => item.Command).ShouldBe([null, "kubectl x", null]);
    }

    [Fact]
    public void Texts_stay_within_their_budget_however_long_the_names_are()
    {
        var text = Texts(Language.Ko).Of(Oom() with { Facts = Oom().Facts.SetItem("container", new string('x', 300)), TopOwner = Subject with { Name = string.Concat(Enumerable.Repeat("👩‍👩‍👧", 100)) } }, TheSnapshot.Now);

        text.Headline.Length.ShouldBeLessThanOrEqualTo(60);
        text.Cause.Length.ShouldBeLessThanOrEqualTo(110);
        text.Headline.TrimEnd('…').ShouldEndWith("👧", Case.Sensitive, "a cut never falls inside a character");
    }

    [Fact]
    public void Evidence_is_masked_before_it_is_cut()
    {
        var evidence = new Evidence(Subject, "log", string.Concat(Enumerable.Repeat("x ", 245)) + "password=hunter2-hunter2-hunter2");

        Texts(Language.En).Line(evidence).ShouldNotContain("hunter2");
    }

    [Fact]
    public void An_age_that_nothing_tells_is_said_to_be_unknown() =>
        Texts(Language.En).Of(Oom() with { Rule = RuleIds.NamespaceStuckTerminating, Since = null }, TheSnapshot.Now).Push.ShouldContain("unknown time");

    private static FindingTexts Texts(Language language) => new(new Localizer(language, TimeZoneInfo.Utc), new Redactor());

    private static Finding Oom() => new()
    {
        Rule = RuleIds.PodOom,
        Severity = Severity.Critical,
        Subject = Subject,
        TopOwner = new ObjectRef("Deployment", "wealist-prod", "media-service"),
        Impact = Impact.Users,
        Facts = ImmutableDictionary.CreateRange<string, object>([new("container", "media-service"), new("limit", "512Mi"), new("raised", "1Gi"), new("restarts", 6)]),
        Action = "raise-memory",
        Command = "kubectl x",
    };
}
