using Bot.Core.Approval;
using Bot.Core.Chat;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/link</c>: a personal token for acting from a terminal, shown once, to its owner only.</summary>
public sealed class LinkHandler(ITokenStore tokens, IPeopleDirectory people) : ICommandHandler
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public string Name => "link";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var localizer = context.Localizer;
        if (people.Find(context.Actor.Platform, context.Actor.UserId) is not { } person)
        {
            var refusal = localizer.Text("card.link.refused");
            return new CommandResult(CommandOutcome.Refused, [new Card { Push = refusal, Title = refusal, Tone = CardTone.Warning }]) { Ephemeral = true };
        }

        var issued = await tokens.IssueAsync(context.Actor with { Person = person }, Lifetime, cancellationToken);
        var title = localizer.Text("card.link.title", ("name", person.DisplayName));
        return CommandResult.Of(new Card
        {
            Push = title,
            Title = title,
            Tone = CardTone.Info,
            Sections =
            [
                new CardSection("", [new CardLine("", localizer.Text("card.link.use")), new CardLine(localizer.Text("card.link.until"), localizer.Moment(issued.Token.ExpiresAt))]) { Code = issued.Text },
            ],
        }) with
        { Ephemeral = true };
    }
}
