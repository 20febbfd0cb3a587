using Bot.Core.Environments;

namespace Bot.Core.Commands.Completion;

/// <summary>Environments, with what is wrong in each.</summary>
public sealed class EnvironmentCompletion(IClusterPictures pictures, EnvironmentDirectory directory) : ICompletionSource
{
    public string Name => CompletionSources.Environment;

    public async Task<IReadOnlyList<CompletionItem>> ListAsync(CommandContext context, CancellationToken cancellationToken) =>
    [
        .. new PictureIndex(await pictures.CurrentAsync(cancellationToken), directory).EnvironmentNames.Select(name => new CompletionItem(name, name)),
    ];
}
