using Bot.Core.Approval;
using Bot.Core.Chat.Cards;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/approve request</c>: a vote for the plan as it stands now.</summary>
public sealed class ApproveHandler(IApprovalDesk desk) : ICommandHandler
{
    public string Name => "approve";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        await RequestQuestion.FindAsync(desk, context, cancellationToken) is { } request
            ? DeskCards.Of(await desk.VoteAsync(request.Id, request.PlanHash, context.Actor, approves: true, reason: "", cancellationToken), context, desk)
            : await RequestQuestion.NotFoundAsync(desk, context, cancellationToken);
}
