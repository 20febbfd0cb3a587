using System.Text;
using Bot.Configuration;
using Bot.Core.Commands;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;
using Bot.Testing;

namespace Bot.Tests.Docs;

/// <summary>What docs/ says of rules and commands is made from the same data as the program: it can never drift. UPDATE_GOLDEN=1 rewrites it.</summary>
public sealed class GeneratedDocsTests
{
    private static readonly Localizer English = new(Language.En, TimeZoneInfo.Utc);

    public static TheoryData<string> Rules() => [.. RuleCatalogue.All.Select(rule => rule.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_its_page(string rule) =>
        Golden.ShouldMatch(TextCatalogue.Default.Page(Language.En, rule)!, $"docs/rules/{rule}.md");

    [Fact]
    public void The_table_of_rules_lists_them_all()
    {
        var table = new StringBuilder("# Rules\n\nEvery cause that the bot can name. `bot rules ID` shows the same pages, in English and Korean.\n\n| rule | severity | reads |\n| --- | --- | --- |\n");
        foreach (var descriptor in RuleCatalogue.All.Select(rule => rule.Descriptor).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal))
        {
            table.Append($"| [{descriptor.Id}]({descriptor.Id}.md) | {Range(descriptor.Severities)} | {string.Join(", ", descriptor.Reads)} |\n");
        }

        Golden.ShouldMatch(table.ToString(), "docs/rules/README.md");
    }

    private static string Range(SeverityRange severities) => string.Join(" to ", new[] { severities.Lowest, severities.Highest }.Distinct()).ToLowerInvariant();

    [Fact]
    public void No_page_stands_for_a_rule_that_is_gone()
    {
        var pages = Directory.GetFiles(Path.Combine(SharedFiles.RepositoryRoot, "docs", "rules"), "*.md").Select(Path.GetFileNameWithoutExtension);

        pages.Except(RuleCatalogue.All.Select(rule => rule.Descriptor.Id).Append("README")).ShouldBeEmpty();
    }

    [Fact]
    public void The_table_of_commands_lists_them_all()
    {
        var table = new StringBuilder("# Commands\n\nThe same in the console and in chat; the terminal has them without the slash. Risk says what a command may lead to.\n\n| command | risk | what it does |\n| --- | --- | --- |\n");
        foreach (var command in CommandCatalogue.All)
        {
            var options = string.Concat(command.Options.Select(option => option.Required ? $" {option.Name.ToUpperInvariant()}" : $" [{option.Name.ToUpperInvariant()}]"));
            table.Append($"| `/{command.Name}{options}` | {command.Tier} | {English.Text($"command.{command.Name}.description")} |\n");
        }

        Golden.ShouldMatch(table.ToString(), "docs/commands.md");
    }

    [Fact]
    public void The_table_of_options_lists_them_all()
    {
        var rows = OptionRows.Of(typeof(BotOptions), BotOptions.Section).ToList();
        rows.ShouldAllBe(row => row.Meaning.Length > 0);

        var table = new StringBuilder("# Options\n\nFrom `appsettings.json` beside the program, `--config FILE` or `BOT_CONFIG`, and environment variables (`Bot__Console__Url=...`), later ones winning. `bot doctor` names every fault with its path.\n\n| option | meaning |\n| --- | --- |\n");
        foreach (var (path, meaning) in rows)
        {
            table.Append($"| `{path}` | {meaning} |\n");
        }

        Golden.ShouldMatch(table.ToString(), "docs/options.md");
    }
}
