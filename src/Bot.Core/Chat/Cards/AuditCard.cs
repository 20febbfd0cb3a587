using Bot.Core.Audit;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>The newest audit records and the verdict on the chain.</summary>
public static class AuditCard
{
    public static Card Of(IReadOnlyList<AuditRecord> newestFirst, AuditVerdict verdict, Localizer localizer)
    {
        var title = newestFirst.Count == 0 ? localizer.Text("card.audit.empty") : localizer.Text("card.audit.title", ("count", newestFirst.Count));
        var said = localizer.Text(verdict.Message);
        return new Card
        {
            Push = CardText.Cut($"{title} · {said}", CardText.PushLimit),
            Title = title,
            Tone = verdict.IsGood ? CardTone.Good : CardTone.Critical,
            Sections =
            [
                new CardSection("", [new CardLine("", said, verdict.IsGood ? CardTone.Good : CardTone.Critical)]),
                .. newestFirst.Count == 0 ? (CardSection[])[] : [new CardSection("", [.. newestFirst.Select(record => Line(record, localizer))])],
            ],
        };
    }

    private static CardLine Line(AuditRecord record, Localizer localizer)
    {
        var entry = record.Entry;
        string[] parts = [entry.Kind, entry.Actor.DisplayName, entry.Action, entry.Target, entry.Outcome, entry.Reason];
        return new CardLine($"{record.Sequence} {localizer.Moment(entry.Time)}", string.Join(" · ", parts.Where(part => part.Length > 0)));
    }
}
