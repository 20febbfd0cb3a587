namespace Bot.Core.Commands;

/// <summary>Answers one command of the catalogue. Knows no platform.</summary>
public interface ICommandHandler
{
    /// <summary>The command's name in the catalogue, without the slash.</summary>
    string Name { get; }

    Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken);
}
