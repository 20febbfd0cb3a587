using Bot.Core.Diagnosis;

namespace Bot.Core.Commands.Completion;

/// <summary>Words of the glossary, then rule ids.</summary>
public sealed class TermCompletion : ICompletionSource
{
    public string Name => CompletionSources.Term;

    public Task<IReadOnlyList<CompletionItem>> ListAsync(CommandContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CompletionItem>>(
        [
            .. Glossary.Names(context.Localizer).Concat(RuleCatalogue.All.Select(rule => rule.Descriptor.Id)).Select(name => new CompletionItem(name, name)),
        ]);
}
