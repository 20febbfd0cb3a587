using Bot.Core.Approval;
using Bot.Core.Commands;

namespace Bot.Core.Chat.Cards;

/// <summary>The desk's answer as the result of a command.</summary>
public static class DeskCards
{
    public static CommandResult Of(DeskAnswer answer, CommandContext context, IApprovalDesk desk) =>
        new(answer.Accepted ? CommandOutcome.Answered : CommandOutcome.Refused, DeskAnswerCards.Of(answer, context.Localizer, context.Actor, answer.Request is { } request ? desk.ApproversOf(request) : null));
}
