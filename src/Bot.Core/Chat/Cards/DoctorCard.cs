using Bot.Core.Doctor;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>What the checks saw, faults first, each with how to mend it.</summary>
public static class DoctorCard
{
    public static Card Of(IReadOnlyCollection<DoctorResult> results, Localizer localizer)
    {
        var faults = results.Count(result => result.Status == DoctorStatus.Bad);
        var title = faults == 0 ? localizer.Text("card.doctor.good") : localizer.Text("card.doctor.bad", ("count", faults));
        return new Card
        {
            Push = title,
            Title = title,
            Tone = faults == 0 ? CardTone.Good : CardTone.Warning,
            Sections = [new CardSection("", [.. results.OrderByDescending(result => result.Status).SelectMany(result => Lines(result, localizer))])],
        };
    }

    private static IEnumerable<CardLine> Lines(DoctorResult result, Localizer localizer)
    {
        var tone = result.Status switch
        {
            DoctorStatus.Good => CardTone.Good,
            DoctorStatus.Note => CardTone.Info,
            _ => CardTone.Warning,
        };
        yield return new CardLine($"{localizer.Text($"card.doctor.status.{result.Status}")} {result.CheckId}", localizer.Text(result.Message), tone);
        if (result.Remedy is { } remedy)
        {
            yield return new CardLine(localizer.Text("card.doctor.remedy"), localizer.Text(remedy));
        }
    }
}
