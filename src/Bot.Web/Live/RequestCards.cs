using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Chat;
using Bot.Core.Chat.Cards;
using Bot.Core.Redaction;
using Bot.Web.Sessions;

namespace Bot.Web.Live;

/// <summary>Cards of the approval desk as one browser's person sees them, masked like everything that leaves.</summary>
public sealed class RequestCards(ConsoleSettings settings, IApprovalDesk desk, IRedactor redactor)
{
    public Card Of(ApprovalRequest request, Session session) =>
        CardMask.Apply(ApprovalCards.Of(request, Viewer.LocalizerOf(session, settings), Viewer.ActorOf(session), desk.ApproversOf(request)), redactor);

    public ImmutableArray<Card> Of(DeskAnswer answer, Session session) =>
        [.. DeskAnswerCards.Of(answer, Viewer.LocalizerOf(session, settings), Viewer.ActorOf(session), answer.Request is { } request ? desk.ApproversOf(request) : null).Select(card => CardMask.Apply(card, redactor))];
}
