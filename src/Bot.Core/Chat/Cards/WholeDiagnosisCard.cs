using Bot.Core.Commands;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;
using Bot.Core.Redaction;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>Everything that was found in a cluster, with all evidence: by environment where roots belong to one, notes last.</summary>
public sealed class WholeDiagnosisCard(Localizer localizer, IRedactor redactor)
{
    private readonly FindingSections sections = new(localizer, redactor);

    public Card Of(ClusterPicture picture, EnvironmentDirectory directory)
    {
        var diagnosis = picture.Diagnosis!;
        var scopes = directory.ScopesOf(picture.Snapshot!);
        var roots = diagnosis.Roots.ToArray();
        var name = picture.Cluster.Length > 0 ? picture.Cluster + " · " : "";
        var title = name + (roots.Length == 0
            ? localizer.Text(diagnosis.NotRead.IsEmpty ? "card.status.nothing" : "card.status.nothing-seen")
            : localizer.Text(diagnosis.Count(Severity.Warning) == 1 ? "card.diagnosis.counts@one" : "card.diagnosis.counts", ("critical", diagnosis.Count(Severity.Critical)), ("warning", diagnosis.Count(Severity.Warning)), ("info", diagnosis.Count(Severity.Info)), ("roots", roots.Length)));
        return new Card
        {
            Push = CardText.Cut(title, CardText.PushLimit),
            Title = title,
            Tone = roots.Length == 0 ? diagnosis.NotRead.IsEmpty ? CardTone.Good : CardTone.Info : Card.ToneOf(roots[0].Severity, roots[0].Impact),
            Sections =
            [
                .. roots.Select(root => sections.Of(root, diagnosis, diagnosis.Now, EnvironmentOf(root, scopes), null, full: true)),
                .. diagnosis.FailedRules.Select(rule => new CardSection("", [new CardLine("", localizer.Text("diagnosis.failed-rule", ("rule", rule.Rule), ("error", rule.Error)), CardTone.Blind)])),
                .. sections.Muted(diagnosis),
                .. sections.NotRead(diagnosis),
            ],
            Footer = localizer.Text("card.status.footer", ("taken", picture.Snapshot!.TakenAt), ("age", diagnosis.Now - picture.Snapshot.TakenAt), ("objects", diagnosis.ObjectCount)),
        };
    }

    private static string EnvironmentOf(Finding finding, IEnumerable<EnvironmentScope> scopes)
    {
        var fitting = scopes.Where(scope => scope.Contains(finding.Subject)).Take(2).ToArray();
        return fitting.Length == 1 ? fitting[0].Name : "";
    }
}
