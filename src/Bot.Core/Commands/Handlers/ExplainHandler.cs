using Bot.Core.Chat;
using Bot.Core.Chat.Cards;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/explain term</c>: a word of the glossary, or the page of a rule.</summary>
public sealed class ExplainHandler : ICommandHandler
{
    public string Name => "explain";

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var term = context["term"] ?? "";
        var localizer = context.Localizer;
        if (Glossary.Find(term, localizer) is var (name, text))
        {
            return Task.FromResult(CommandResult.Of(new Card
            {
                Push = CardText.Cut($"{name}: {text}", CardText.PushLimit),
                Title = name,
                Tone = CardTone.Info,
                Sections = [new CardSection("", [new CardLine("", text)])],
            }));
        }

        return Task.FromResult(RulePageCard.Of(term, localizer) is { } page
            ? CommandResult.Of(page)
            : UsageCards.NotFound("usage.no-term", term, Glossary.Names(localizer).Concat(localizer.Catalogue.PageIds(localizer.Language)), localizer));
    }
}
