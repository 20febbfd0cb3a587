using Bot.Core.Chat;
using Bot.Core.Commands;

namespace Bot.Web.Tests;

/// <summary>Stands as <c>/status</c> and answers with what it was asked, by whom.</summary>
internal sealed class EchoHandler : ICommandHandler
{
    public string Name => "status";

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        Task.FromResult(CommandResult.Of(new Card
        {
            Push = "echo",
            Title = $"env {context["env"]} for {context.Actor.DisplayName} in {context.Localizer.Language}",
            Sections = [new CardSection("", [new CardLine("", "<script>alert(1)</script>")])],
            Buttons = [new CardButton("Approve", new ButtonAction("approve", "req1", "hash1"), ButtonStyle.Primary)],
        }));
}
