using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;
using Bot.Core.Redaction;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>The answer of <c>/status</c>: what is wrong first, then applications, system pods, ways in, and how far the data reaches.</summary>
public sealed class StatusCard(Localizer localizer, IRedactor redactor)
{
    private const int MostFindings = 6;
    private const int MostRows = 12;

    private readonly FindingSections findings = new(localizer, redactor);

    public Card Of(StatusReport report)
    {
        var roots = report.Roots.Where(finding => finding.Severity > Severity.Info).ToArray();
        var notes = report.Findings.Count(finding => finding.Severity == Severity.Info && finding.Mute is null);
        var diagnosis = report.Diagnosis with { Findings = report.Findings };
        var name = NameOf(report);
        return new Card
        {
            Key = "",
            Push = roots.Length > 0 ? findings.Push(roots[0], report.Now, name) : CardText.Cut(Title(report, roots), CardText.PushLimit),
            Title = Title(report, roots),
            Tone = Tone(report, roots),
            Sections =
            [
                .. Blind(report),
                .. roots.Take(MostFindings).Select(root => findings.Of(root, diagnosis, report.Now, name, report.Services, full: false)),
                .. Rest(roots, notes),
                .. findings.Muted(diagnosis),
                .. Applications(report),
                Pods(report),
                Ingresses(report),
                Sources(report),
            ],
            Buttons = Buttons(report, roots),
            Footer = localizer.Text("card.status.footer", ("taken", report.TakenAt), ("age", report.Now - report.TakenAt), ("objects", report.Diagnosis.ObjectCount)),
        };
    }

    private static string NameOf(StatusReport report) => report.Environment.Length > 0 ? report.Environment : report.Cluster;

    private string Title(StatusReport report, Finding[] roots)
    {
        var name = NameOf(report) is { Length: > 0 } own ? own + " · " : "";
        if (roots.Length == 0)
        {
            return name + localizer.Text(report.Gaps.Any() ? "card.status.nothing-seen" : "card.status.nothing");
        }

        var critical = roots.Count(root => root.Severity == Severity.Critical);
        return $"{name}{localizer.Text(roots.Length - critical == 1 ? "card.status.counts@one" : "card.status.counts", ("critical", critical), ("warning", roots.Length - critical))} · {localizer.Text($"card.wait.{report.WorstImpact}")}";
    }

    private static CardTone Tone(StatusReport report, Finding[] roots) =>
        report.Blind is not null ? CardTone.Blind
        : roots.Length > 0 ? roots.Select(root => Card.ToneOf(root.Severity, root.Impact)).MaxBy(tone => tone is CardTone.Critical ? 3 : tone is CardTone.Serious ? 2 : 1)
        : report.Gaps.Any() ? CardTone.Info
        : CardTone.Good;

    private IEnumerable<CardSection> Blind(StatusReport report) =>
        report.Blind is { } reason
            ? [new CardSection(localizer.Text("card.blind", ("seen", report.TakenAt), ("age", report.Now - report.TakenAt)), [new CardLine(localizer.Text("card.finding.cause"), localizer.Text(reason), CardTone.Blind)])]
            : [];

    private IEnumerable<CardSection> Rest(Finding[] roots, int notes)
    {
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        if (roots.Length > MostFindings)
        {
            lines.Add(new CardLine("", localizer.Text("card.status.more-roots", ("count", roots.Length - MostFindings))));
        }

        if (notes > 0)
        {
            lines.Add(new CardLine("", localizer.Text("card.status.notes", ("count", notes))));
        }

        return lines.Count > 0 ? [new CardSection("", lines.ToImmutable())] : [];
    }

    // A whole cluster is shown environment by environment; shared components stand last.
    private IEnumerable<CardSection> Applications(StatusReport report) => report.Environment.Length > 0
        ? [Applications(report, report.Applications, "")]
        : report.Applications.Length == 0
            ? [Applications(report, [], "")]
            : report.Applications.GroupBy(row => row.Environment).OrderBy(group => group.Key.Length == 0).Select(group =>
                Applications(report, [.. group], group.Key.Length > 0 ? group.Key + " · " : localizer.Text("card.status.shared") + " · "));

    private CardSection Applications(StatusReport report, IReadOnlyCollection<ApplicationRow> rows, string prefix)
    {
        var good = rows.Count(row => row is { Sync: "Synced", Health: "Healthy" });
        var heading = prefix + Counted("applications", rows.Count, report.Unseen("Application"), ("total", rows.Count), ("good", good));
        var bad = rows.Where(row => row is not { Sync: "Synced", Health: "Healthy" } || row.HasFinding).ToArray();
        var lines = bad.Take(MostRows).Select(row => new CardLine(row.Name, Row(row, report.Now), row.HasFinding ? CardTone.Warning : CardTone.Neutral)).ToList();
        if (bad.Length > MostRows)
        {
            lines.Add(new CardLine("", localizer.Text("card.more", ("count", bad.Length - MostRows))));
        }

        return Section(heading, lines, report, "Application");
    }

    private string Row(ApplicationRow row, DateTimeOffset now)
    {
        var parts = new List<string> { Or(row.Sync), Or(row.Health) };
        if (row.Operation is "Running" or "Terminating" or "Failed" or "Error")
        {
            parts.Add(localizer.Text("card.status.operation", ("phase", row.Operation)));
        }

        if (row.Since is { } since)
        {
            parts.Add(localizer.Age(now - since));
        }

        return string.Join(" · ", parts);
    }

    private static string Or(string value) => value.Length > 0 ? value : "Unknown";

    private CardSection Pods(StatusReport report)
    {
        var lines = report.Pods.Take(MostRows)
            .Select(pod => new CardLine($"{pod.Namespace}/{pod.Name}", string.Join(" · ", Parts(pod, report.Now)), CardTone.Warning))
            .ToList();
        if (report.Pods.Length > MostRows)
        {
            lines.Add(new CardLine("", localizer.Text("card.more", ("count", report.Pods.Length - MostRows))));
        }

        return Section(Counted("pods", report.Pods.Length, report.Unseen("Pod"), ("count", report.Pods.Length)), lines, report, "Pod");
    }

    private IEnumerable<string> Parts(PodRow pod, DateTimeOffset now)
    {
        yield return pod.State;
        yield return localizer.Text("card.status.ready", ("ready", pod.Ready), ("total", pod.Containers));
        if (pod.Restarts > 0)
        {
            yield return localizer.Text("card.status.restarts", ("count", pod.Restarts));
        }

        if (pod.Since is { } since)
        {
            yield return localizer.Age(now - since);
        }
    }

    private CardSection Ingresses(StatusReport report)
    {
        var lines = report.Ingresses.Take(MostRows)
            .Select(row => new CardLine(
                row.Kind == "Ingress" ? $"{row.Namespace}/{row.Name}" : $"{row.Kind} {row.Namespace}/{row.Name}",
                $"{(row.Urls.Length > 0 ? string.Join(" ", row.Urls) : "*")} → {(row.LoadBalancers.Length > 0 ? string.Join(" ", row.LoadBalancers) : localizer.Text("card.status.no-balancer"))}",
                row.LoadBalancers.Length > 0 ? CardTone.Neutral : CardTone.Warning))
            .ToList();
        if (report.Ingresses.Length > MostRows)
        {
            lines.Add(new CardLine("", localizer.Text("card.more", ("count", report.Ingresses.Length - MostRows))));
        }

        return Section(Counted("ingresses", report.Ingresses.Length, report.Unseen("Ingress") ?? report.Unseen("Service"), ("count", report.Ingresses.Length)), lines, report, "Ingress", "Service");
    }

    // A number may be said only of a kind that was read: nothing seen of a kind that was not is unknown, not zero.
    private string Counted(string section, int count, ReadingState? unseen, params ReadOnlySpan<(string Name, object Value)> facts) =>
        count == 0 && unseen is { } state
            ? localizer.Text($"card.status.{section}.unknown", ("reason", localizer.Text($"card.gap.{state}")))
            : localizer.Text($"card.status.{section}", facts);

    private CardSection Section(string heading, List<CardLine> lines, StatusReport report, params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (report.Unseen(kind) is not null)
            {
                lines.Add(new CardLine("", localizer.Text("card.cannot-see", ("kind", kind)), CardTone.Blind));
            }
        }

        return new CardSection(heading, [.. lines]);
    }

    private CardSection Sources(StatusReport report)
    {
        var gaps = report.Gaps.ToArray();
        var lines = gaps.Take(MostRows).Select(gap => new CardLine(gap.Kind, gap.Gap ?? localizer.Text($"card.gap.{gap.State}"), CardTone.Blind)).ToList();
        if (gaps.Length > MostRows)
        {
            lines.Add(new CardLine("", localizer.Text("card.more", ("count", gaps.Length - MostRows)), CardTone.Blind));
        }

        return new CardSection(localizer.Text(gaps.Length > 0 ? "card.status.gaps" : "card.status.no-gaps", ("count", gaps.Length)), [.. lines]);
    }

    private ImmutableArray<CardButton> Buttons(StatusReport report, Finding[] roots)
    {
        var fixes = roots.Select(findings.Fix).OfType<CardButton>().DistinctBy(button => button.Action.Argument).Take(3);
        var looks = roots.Where(root => root.Subject.Kind == "Application").Take(1)
            .Select(root => new CardButton(localizer.Text("card.button.diagnose"), new ButtonAction("command", $"/diagnose {root.Subject.Name}")));
        return [.. fixes, .. looks, new CardButton(localizer.Text("card.button.again"), new ButtonAction("command", $"/status {report.Environment}".TrimEnd()))];
    }
}
