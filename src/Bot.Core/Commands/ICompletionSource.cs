namespace Bot.Core.Commands;

/// <summary>Suggests values for one kind of option.</summary>
public interface ICompletionSource
{
    /// <summary>One of <see cref="CompletionSources"/>.</summary>
    string Name { get; }

    /// <summary>Every value that could stand there; the dispatcher filters and cuts.</summary>
    Task<IReadOnlyList<CompletionItem>> ListAsync(CommandContext context, CancellationToken cancellationToken);
}
