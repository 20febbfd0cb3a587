using Bot.Core.Approval;
using Bot.Core.Chat.Cards;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/cancel request</c>: the requester takes it back.</summary>
public sealed class CancelHandler(IApprovalDesk desk) : ICommandHandler
{
    public string Name => "cancel";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        await RequestQuestion.FindAsync(desk, context, cancellationToken) is { } request
            ? DeskCards.Of(await desk.CancelAsync(request.Id, context.Actor, cancellationToken), context, desk)
            : await RequestQuestion.NotFoundAsync(desk, context, cancellationToken);
}
