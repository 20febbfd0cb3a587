using Bot.Core.Chat;
using Bot.Core.Chat.Cards;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/help</c>: every command with its options.</summary>
public sealed class HelpHandler : ICommandHandler
{
    public string Name => "help";

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var localizer = context.Localizer;
        var title = localizer.Text("card.help.title");
        var lines = CommandCatalogue.All.Select(command => new CardLine(UsageCards.Usage(command), localizer.Text($"command.{command.Name}.description")));
        return Task.FromResult(CommandResult.Of(new Card
        {
            Push = title,
            Title = title,
            Tone = CardTone.Info,
            Sections = [new CardSection("", [.. lines])],
            Footer = localizer.Text("card.help.hint"),
        }) with
        { Ephemeral = true });
    }
}
