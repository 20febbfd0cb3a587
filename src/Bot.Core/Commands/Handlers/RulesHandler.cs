using Bot.Core.Chat;
using Bot.Core.Chat.Cards;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/rules [id]</c>: what the bot recognises, or the page of one rule.</summary>
public sealed class RulesHandler : ICommandHandler
{
    public string Name => "rules";

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        Task.FromResult(context["id"] is { } id ? Page(id, context) : List(context));

    private static CommandResult Page(string id, CommandContext context) =>
        RuleCatalogue.Find(id) is not null && RulePageCard.Of(id, context.Localizer) is { } card
            ? CommandResult.Of(card)
            : UsageCards.NotFound("usage.no-rule", id, RuleCatalogue.All.Select(rule => rule.Descriptor.Id), context.Localizer);

    private static string Line(RuleDescriptor rule, Localizer localizer) =>
        localizer.Text(
            rule.Severities.Lowest == rule.Severities.Highest ? "card.rules.line" : "card.rules.line@range",
            ("title", RulePageCard.TitleOf(rule.Id, localizer)),
            ("lowest", NameOf(rule.Severities.Lowest)),
            ("highest", NameOf(rule.Severities.Highest)));

    private static TextKey NameOf(Severity severity) => new($"diagnosis.severity.{severity.ToString().ToLowerInvariant()}");

    private static CommandResult List(CommandContext context)
    {
        var localizer = context.Localizer;
        var title = localizer.Text("card.rules.title", ("count", RuleCatalogue.All.Length));
        var areas = RuleCatalogue.All.GroupBy(rule => rule.Descriptor.Area).OrderBy(area => area.Key, StringComparer.Ordinal);
        return CommandResult.Of(new Card
        {
            Push = title,
            Title = title,
            Tone = CardTone.Info,
            Sections =
            [
                .. areas.Select(area => new CardSection(
                    area.Key,
                    [.. area.OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal).Select(rule => new CardLine(rule.Descriptor.Id, Line(rule.Descriptor, localizer)))])),
            ],
            Footer = localizer.Text("card.rules.hint"),
        });
    }
}
