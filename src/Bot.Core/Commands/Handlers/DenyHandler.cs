using Bot.Core.Approval;
using Bot.Core.Chat.Cards;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/deny request [reason]</c>: a vote against.</summary>
public sealed class DenyHandler(IApprovalDesk desk) : ICommandHandler
{
    public string Name => "deny";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        await RequestQuestion.FindAsync(desk, context, cancellationToken) is { } request
            ? DeskCards.Of(await desk.VoteAsync(request.Id, request.PlanHash, context.Actor, approves: false, context["reason"] ?? "", cancellationToken), context, desk)
            : await RequestQuestion.NotFoundAsync(desk, context, cancellationToken);
}
