using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Testing;

namespace Bot.Core.Tests.Commands;

/// <summary>The words that people on call look up: each is known by both of its names, in both languages.</summary>
public sealed class GlossaryTests
{
    [SharedFact]
    public void Every_word_of_the_users_list_is_explained_by_each_of_its_names()
    {
        var rows = File.ReadLines(SharedFiles.PathOf("domain", "oncall.md"))
            .SkipWhile(line => !line.StartsWith("### 5.4", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToList();

        var unknown =
            from row in rows
            from language in Enum.GetValues<Language>()
            from name in new[] { row[2], row[3].StartsWith("E(", StringComparison.Ordinal) ? row[3][2..^1] : row[3] }
            where name != "E" && Glossary.Find(name, new Localizer(language, TimeZoneInfo.Utc)) is null
            select $"{language}: {name}";

        rows.Count.ShouldBe(70);
        unknown.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hard refresh")]
    [InlineData("HARD-REFRESH")]
    public void Case_blanks_and_dashes_do_not_count(string term) => Glossary.Find(term, new Localizer(Language.En, TimeZoneInfo.Utc)).ShouldNotBeNull();
}
