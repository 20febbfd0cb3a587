using Bot.Core.Approval;
using Bot.Core.Chat;
using Bot.Core.Chat.Cards;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/pending</c>: every open request, newest first, with its buttons.</summary>
public sealed class PendingHandler(IApprovalDesk desk) : ICommandHandler
{
    private const int Most = 5;

    public string Name => "pending";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = await desk.ListAsync(openOnly: true, cancellationToken);
        var title = open.Count == 0 ? context.Localizer.Text("card.pending.none") : context.Localizer.Text("card.pending.title", ("count", open.Count));
        var head = new Card { Push = title, Title = title, Tone = open.Count == 0 ? CardTone.Good : CardTone.Busy };
        return new CommandResult(CommandOutcome.Answered, [head, .. open.Take(Most).Select(request => ApprovalCards.Of(request, context.Localizer, context.Actor, desk.ApproversOf(request)))]);
    }
}
