using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>What a click is answered with: the desk's words, and the request as it is now.</summary>
public static class DeskAnswerCards
{
    public static ImmutableArray<Card> Of(DeskAnswer answer, Localizer localizer, Actor viewer, IReadOnlyList<string>? approvers)
    {
        var text = localizer.Text(answer.Message);
        var message = new Card { Push = CardText.Cut(text, CardText.PushLimit), Title = text, Tone = answer.Accepted ? CardTone.Info : CardTone.Warning };
        return answer.Request is { } request ? [message, ApprovalCards.Of(request, localizer, viewer, approvers)] : [message];
    }
}
