using System.Collections.Immutable;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;
using Bot.Core.Redaction;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>A finding on a card. The order of its lines is fixed: users, cause, evidence, now, lasting, caution.</summary>
public sealed class FindingSections(Localizer localizer, IRedactor redactor)
{
    private const int MostEvidence = 2;
    private const int LongestEvidence = 180;
    private const int MostFollowers = 5;

    private readonly FindingTexts texts = new(localizer, redactor);

    public string Push(Finding finding, DateTimeOffset now, string environment) => texts.Of(finding, now, environment).Push;

    public string Headline(Finding finding, DateTimeOffset now) => texts.Of(finding, now).Headline;

    /// <summary>🔴 users suffer, 🟠 critical otherwise, 🟡 warning, 🔵 note.</summary>
    public static string Mark(Finding finding) => Card.ToneOf(finding.Severity, finding.Impact) switch
    {
        CardTone.Critical => "🔴",
        CardTone.Serious => "🟠",
        CardTone.Warning => "🟡",
        _ => "🔵",
    };

    public CardSection Of(Finding finding, ClusterDiagnosis diagnosis, DateTimeOffset now, string environment, ServiceHealth? services, bool full)
    {
        var text = texts.Of(finding, now, environment);
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        void Add(string label, string value, CardTone tone = CardTone.Neutral) => lines.Add(new CardLine(localizer.Text($"card.finding.{label}"), value, tone));

        Add("users", Users(finding, diagnosis, services), finding.Impact == Impact.Users ? CardTone.Critical : CardTone.Neutral);
        Add("cause", text.Cause);
        foreach (var fact in full ? text.Evidence : text.Evidence.Take(MostEvidence).Select(line => CardText.Cut(line, LongestEvidence)))
        {
            Add("evidence", fact);
        }

        Add("now", text.Now);
        Add("lasting", text.Lasting);
        if (ChangeIn(finding) is { Length: > 0 } place)
        {
            Add("change-in", place);
        }

        if (text.Caution is { } caution)
        {
            Add("caution", caution, CardTone.Warning);
        }

        var followers = diagnosis.Under(finding).ToArray();
        foreach (var follower in followers.Take(full ? int.MaxValue : MostFollowers))
        {
            Add("follows", $"{Mark(follower)} {texts.Of(follower, now, environment).Headline} · {follower.Subject}");
        }

        if (!full && followers.Length > MostFollowers)
        {
            Add("follows", localizer.Text("card.more", ("count", followers.Length - MostFollowers)));
        }

        if (full && finding.Affected.Length > 0)
        {
            Add("affected", string.Join(", ", finding.Affected));
        }

        if (full && finding.Command is not null)
        {
            Add("command", "");
        }

        return new CardSection(Heading(finding, text.Headline, now), lines.ToImmutable()) { Code = full ? finding.Command ?? "" : "" };
    }

    /// <summary>The button that asks for the plan which the finding advises; null when it advises none.</summary>
    public CardButton? Fix(Finding finding) => (finding.Subject.Kind, finding.Action) switch
    {
        ("Application", ActionIds.Refresh) => Button("card.button.refresh", $"/refresh {finding.Subject.Name}", finding),
        ("Application", ActionIds.HardRefresh) => Button("card.button.hard-refresh", $"/refresh {finding.Subject.Name} hard", finding),
        ("Application", ActionIds.Sync) => Button("card.button.plan", $"/sync {finding.Subject.Name}", finding),
        ("Application", not null) => Button("card.button.plan", $"/unstick {finding.Subject.Name}", finding),
        _ => null,
    };

    /// <summary>What is muted, why and until when, and which mutes have ended; nothing when there is neither.</summary>
    public IEnumerable<CardSection> Muted(ClusterDiagnosis diagnosis)
    {
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        foreach (var finding in diagnosis.Muted)
        {
            lines.Add(new CardLine(finding.Subject.Name, localizer.Text("card.muted.line", ("rule", finding.Rule), ("until", finding.Mute!.Until), ("reason", redactor.Mask(finding.Mute.Reason)))));
        }

        foreach (var mute in diagnosis.EndedMutes)
        {
            lines.Add(new CardLine(mute.Rule, localizer.Text("card.muted.ended", ("until", mute.Until), ("reason", redactor.Mask(mute.Reason))), CardTone.Warning));
        }

        return lines.Count == 0 ? [] : [new CardSection(localizer.Text("card.muted", ("count", diagnosis.Muted.Count())), lines.ToImmutable())];
    }

    /// <summary>What cannot be judged: the kinds of which nothing is known; nothing when all were read.</summary>
    public IEnumerable<CardSection> NotRead(ClusterDiagnosis diagnosis) => diagnosis.NotRead.IsEmpty
        ? []
        : [new CardSection(localizer.Text("card.status.not-read", ("count", diagnosis.NotRead.Length)), [new CardLine("", string.Join(", ", diagnosis.NotRead), CardTone.Blind)])];

    private string ChangeIn(Finding finding)
    {
        if (finding.ChangeIn is not { } place)
        {
            return "";
        }

        var where = localizer.Text($"card.change-in.{place.Kind}", ("name", place.Name), ("source", redactor.Mask($"{place.Repository} {place.Path}".Trim())));
        return place.Autoscaler.Length > 0 ? $"{where} · {localizer.Text("card.change-in.autoscaler", ("name", place.Autoscaler))}" : where;
    }

    private CardButton Button(string key, string line, Finding finding) =>
        new(localizer.Text(key, ("app", finding.Subject.Name)), new ButtonAction("command", line), ButtonStyle.Primary);

    private string Heading(Finding finding, string headline, DateTimeOffset now)
    {
        var heading = $"{Mark(finding)} {headline}";
        return finding.Since is { } since ? $"{heading} · {localizer.Text("card.since", ("since", since), ("age", now - since))}" : heading;
    }

    private string Users(Finding finding, ClusterDiagnosis diagnosis, ServiceHealth? services)
    {
        var impact = localizer.Text($"card.impact.{finding.Impact}");
        return services is { Known: > 0 }
            ? impact + " " + localizer.Text(services.Unknown > 0 ? "card.services.partly" : "card.services", ("ready", services.Ready), ("total", services.Known), ("unknown", services.Unknown))
            : diagnosis.NotRead.Contains("Service") ? impact + " " + localizer.Text("card.services.unknown")
            : services is { Unknown: > 0 } ? impact + " " + localizer.Text("card.services.unseen", ("unknown", services.Unknown))
            : impact;
    }
}
