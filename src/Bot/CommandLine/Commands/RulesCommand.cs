using System.CommandLine;
using System.Text;
using System.Text.Json;
using Bot.Core.Chat.Cards;
using Bot.Core.Commands.Handlers;
using Bot.Core.Diagnosis;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot rules [ID]</c>.</summary>
public sealed class RulesCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    private readonly Argument<string?> id = new("ID") { Arity = ArgumentArity.ZeroOrOne };

    public Command Build()
    {
        var command = new Command("rules") { id };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var invocation = invoke(parsed);
        var name = parsed.GetValue(id);
        if (invocation.Json && (name is null || RuleCatalogue.Find(name) is not null))
        {
            await invocation.Terminal.Out.WriteLineAsync(Json(name, invocation));
            return ExitCode.Good;
        }

        return await CatalogueAnswer.RunAsync(invocation, new RulesHandler(), name is null ? [] : [("id", name)], cancellationToken);
    }

    private static string Json(string? name, Invocation invocation)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, DiagnosisJson.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("rules");
            foreach (var rule in RuleCatalogue.All.Select(rule => rule.Descriptor).Where(rule => name is null || rule.Id == name).OrderBy(rule => rule.Id, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id);
                json.WriteString("title", RulePageCard.TitleOf(rule.Id, invocation.Localizer));
                json.WriteString("lowest", rule.Severities.Lowest.ToString().ToLowerInvariant());
                json.WriteString("highest", rule.Severities.Highest.ToString().ToLowerInvariant());
                json.WriteString("area", rule.Area);
                json.WriteStartArray("reads");
                foreach (var kind in rule.Reads)
                {
                    json.WriteStringValue(kind);
                }

                json.WriteEndArray();
                json.WriteString("page", name is null ? null : invocation.Localizer.Catalogue.Page(invocation.Language, rule.Id));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
