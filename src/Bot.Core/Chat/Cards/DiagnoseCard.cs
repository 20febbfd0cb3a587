using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Environments;
using Bot.Core.Redaction;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>The answer of <c>/diagnose app</c>: every finding that touches the application, with all evidence, roots first.</summary>
public sealed class DiagnoseCard(Localizer localizer, IRedactor redactor)
{
    private readonly FindingSections sections = new(localizer, redactor);

    public Card Of(Application application, ClusterSnapshot snapshot, ClusterDiagnosis diagnosis, string environment)
    {
        var findings = FindingsAbout(application, snapshot, diagnosis);
        var own = diagnosis with { Findings = findings };
        var roots = findings.Where(finding => finding.Mute is null).Where(finding => finding.IsRoot || !finding.CausedBy.Any(cause => findings.Any(other => other.Id == cause))).ToArray();
        var state = $"{Or(application.SyncStatus)} · {Or(LiveHealth.Of(application, snapshot))}";
        var title = roots.Length > 0
            ? $"{application.Name} · {sections.Headline(roots[0], diagnosis.Now)}"
            : $"{application.Name} · {state} · {localizer.Text(diagnosis.NotRead.IsEmpty ? "card.diagnose.nothing" : "card.diagnose.nothing-seen")}";
        return new Card
        {
            Push = roots.Length > 0 ? sections.Push(roots[0], diagnosis.Now, environment) : CardText.Cut(title, CardText.PushLimit),
            Title = title,
            Tone = roots.Length > 0 ? Card.ToneOf(roots[0].Severity, roots[0].Impact) : diagnosis.NotRead.IsEmpty ? CardTone.Good : CardTone.Info,
            Sections = [.. roots.Select(root => sections.Of(root, own, diagnosis.Now, environment, null, full: true)), .. sections.Muted(own with { EndedMutes = [] }), State(application, snapshot, diagnosis.Now), .. sections.NotRead(diagnosis)],
            Buttons =
            [
                .. roots.Select(sections.Fix).OfType<CardButton>().DistinctBy(button => button.Action.Argument).Take(3),
                new CardButton(localizer.Text("card.button.again"), new ButtonAction("command", $"/diagnose {application.Name}")),
            ],
            Footer = localizer.Text("card.status.footer", ("taken", snapshot.TakenAt), ("age", diagnosis.Now - snapshot.TakenAt), ("objects", diagnosis.ObjectCount)),
        };
    }

    /// <summary>Findings about the application, about what it manages, and the roots of those.</summary>
    public static ImmutableArray<Finding> FindingsAbout(Application application, ClusterSnapshot snapshot, ClusterDiagnosis diagnosis)
    {
        var managed = application.Resources.Select(resource => new ObjectRef(resource.Kind, resource.Namespace, resource.Name)).ToHashSet();
        managed.Add(application.Ref);
        var chosen = diagnosis.Findings
            .Where(finding => managed.Contains(finding.Subject) || managed.Contains(finding.TopOwner) || finding.Affected.Contains(application.Ref)
                || (snapshot.Find(finding.Subject) is { } subject && managed.Contains(snapshot.Owners.TopOf(subject))))
            .Select(finding => finding.Id)
            .ToHashSet(StringComparer.Ordinal);
        var grew = chosen.Count > 0;
        while (grew)
        {
            grew = false;
            foreach (var finding in diagnosis.Findings.Where(finding => chosen.Contains(finding.Id)).ToArray())
            {
                foreach (var cause in finding.CausedBy)
                {
                    grew |= chosen.Add(cause);
                }
            }
        }

        return [.. diagnosis.Findings.Where(finding => chosen.Contains(finding.Id))];
    }

    private CardSection State(Application application, ClusterSnapshot snapshot, DateTimeOffset now)
    {
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        void Add(string label, string text) => lines.Add(new CardLine(localizer.Text($"card.app.{label}"), text));

        Add("state", $"{Or(application.SyncStatus)} · {Or(LiveHealth.Of(application, snapshot))}");
        if (application.OperationState is { } operation)
        {
            var age = operation.StartedAt is { } started ? $" · {localizer.Age((operation.FinishedAt ?? now) - started)}" : "";
            Add("operation", $"{operation.Phase}{age}{(operation.Message.Length > 0 ? " · " + CardText.Cut(operation.Message, 300) : "")}");
        }

        if (application.Sources.FirstOrDefault() is { } source)
        {
            Add("source", string.Join(" · ", new[] { source.RepoUrl, source.Path.Length > 0 ? source.Path : source.Chart, source.TargetRevision }.Where(part => part.Length > 0)));
        }

        if (application.SyncRevision.Length > 0)
        {
            Add("revision", application.SyncRevision);
        }

        foreach (var condition in application.Conditions)
        {
            lines.Add(new CardLine(condition.Type, CardText.Cut(condition.Message, 300)));
        }

        return new CardSection(localizer.Text("card.app.heading"), lines.ToImmutable());
    }

    private static string Or(string value) => value.Length > 0 ? value : "Unknown";
}
