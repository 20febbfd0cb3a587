using Bot.Core.Approval;
using Bot.Core.Chat.Cards;

namespace Bot.Core.Commands;

/// <summary>Finds the request that a command names: by its id, or by its first letters when only one open request bears them.</summary>
internal static class RequestQuestion
{
    private const int ShortestPrefix = 4;

    public static async Task<ApprovalRequest?> FindAsync(IApprovalDesk desk, CommandContext context, CancellationToken cancellationToken)
    {
        var typed = (context["request"] ?? "").ToLowerInvariant();
        if (await desk.FindAsync(typed, cancellationToken) is { } exact)
        {
            return exact;
        }

        if (typed.Length < ShortestPrefix)
        {
            return null;
        }

        var open = await desk.ListAsync(openOnly: true, cancellationToken);
        var fitting = open.Where(request => request.Id.StartsWith(typed, StringComparison.Ordinal)).Take(2).ToArray();
        return fitting.Length == 1 ? fitting[0] : null;
    }

    public static async Task<CommandResult> NotFoundAsync(IApprovalDesk desk, CommandContext context, CancellationToken cancellationToken)
    {
        var open = await desk.ListAsync(openOnly: true, cancellationToken);
        return UsageCards.NotFound("usage.no-request", context["request"] ?? "", open.Select(request => request.Id), context.Localizer);
    }
}
