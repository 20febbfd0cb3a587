using Bot.Core.Approval;

namespace Bot.Core.Commands.Completion;

/// <summary>Open requests with their titles.</summary>
public sealed class RequestCompletion(IApprovalDesk desk) : ICompletionSource
{
    public string Name => CompletionSources.Request;

    public async Task<IReadOnlyList<CompletionItem>> ListAsync(CommandContext context, CancellationToken cancellationToken) =>
    [
        .. (await desk.ListAsync(openOnly: true, cancellationToken)).Select(request => new CompletionItem(request.Id, $"{context.Localizer.Text(request.Plan.Title)} · {request.Id[..6]}")),
    ];
}
