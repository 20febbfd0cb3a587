using Bot.Core.Commands;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>The cluster cannot be read and was never read: which one, and why.</summary>
public static class BlindCard
{
    public static CommandResult Of(ClusterPicture? picture, Localizer localizer)
    {
        var name = picture is { Cluster.Length: > 0 } known ? known.Cluster : "-";
        var title = localizer.Text("card.blind.never", ("cluster", name));
        var reason = picture?.Blind is { } blind ? localizer.Text(blind) : localizer.Text("card.blind.first-look");
        return new CommandResult(CommandOutcome.Unreachable, [new Card { Push = CardText.Cut(title, CardText.PushLimit), Title = title, Tone = CardTone.Blind, Sections = [new CardSection("", [new CardLine(localizer.Text("card.finding.cause"), reason)])] }]);
    }
}
