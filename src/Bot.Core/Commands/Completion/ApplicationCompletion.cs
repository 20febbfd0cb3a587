using Bot.Core.Environments;

namespace Bot.Core.Commands.Completion;

/// <summary>Applications, those in trouble first: <c>name · Degraded · OutOfSync</c>.</summary>
public sealed class ApplicationCompletion(IClusterPictures pictures, EnvironmentDirectory directory) : ICompletionSource
{
    public string Name => CompletionSources.Application;

    public async Task<IReadOnlyList<CompletionItem>> ListAsync(CommandContext context, CancellationToken cancellationToken) =>
    [
        .. new PictureIndex(await pictures.CurrentAsync(cancellationToken), directory).Applications
            .OrderBy(application => application.HealthStatus == "Healthy" && application.SyncStatus == "Synced")
            .ThenBy(application => application.Name, StringComparer.Ordinal)
            .Select(application => new CompletionItem(application.Name, string.Join(" · ", new[] { application.Name, application.HealthStatus, application.SyncStatus }.Where(part => part.Length > 0)))),
    ];
}
