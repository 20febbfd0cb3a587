using Bot.Core.Approval;
using Bot.Core.Commands;

namespace Bot.Core.Chat.Cards;

/// <summary>What the desk answered: its words, and the card of the request as it is now.</summary>
public static class DeskCards
{
    public static CommandResult Of(DeskAnswer answer, CommandContext context)
    {
        var text = context.Localizer.Text(answer.Message);
        var said = new Card { Push = CardText.Cut(text, CardText.PushLimit), Title = text, Tone = answer.Accepted ? CardTone.Busy : CardTone.Warning };
        return new CommandResult(
            answer.Accepted ? CommandOutcome.Answered : CommandOutcome.Refused,
            answer.Request is { } request ? [said, ApprovalCards.Of(request, context.Localizer, context.Actor)] : [said]);
    }
}
