using Bot.Core.Chat.Cards;
using Bot.Core.Diagnosis;

namespace Bot.Core.Commands.Completion;

/// <summary>Rule ids with their titles.</summary>
public sealed class RuleCompletion : ICompletionSource
{
    public string Name => CompletionSources.Rule;

    public Task<IReadOnlyList<CompletionItem>> ListAsync(CommandContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CompletionItem>>(
        [
            .. RuleCatalogue.All.Select(rule => new CompletionItem(rule.Descriptor.Id, $"{rule.Descriptor.Id} · {RulePageCard.TitleOf(rule.Descriptor.Id, context.Localizer)}")),
        ]);
}
