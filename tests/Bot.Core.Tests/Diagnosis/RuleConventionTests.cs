using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;
using Bot.Testing;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis;

/// <summary>What holds for every rule, so that a new one cannot be half finished.</summary>
public sealed partial class RuleConventionTests
{
    private static readonly string[] Slots = ["push", "headline", "cause", "now", "lasting"];

    private static IEnumerable<string> Ids => typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!);

    [Fact]
    public void Every_id_is_used_by_exactly_one_rule() =>
        RuleCatalogue.All.Select(rule => rule.Descriptor.Id).Order(StringComparer.Ordinal).ShouldBe(Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_type_stands_in_the_catalogue() =>
        typeof(IDiagnosticRule).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDiagnosticRule)))
            .ShouldBe(RuleCatalogue.All.Select(rule => rule.GetType()), ignoreOrder: true);

    [Fact]
    public void Every_rule_names_kinds_that_exist() =>
        RuleCatalogue.All.SelectMany(rule => rule.Descriptor.Reads).Distinct().Except(Bot.Core.Clusters.ClusterKinds.All).ShouldBeEmpty();

    [Fact]
    public void Every_rule_has_its_slots_in_both_languages()
    {
        var catalogue = TextCatalogue.Default;

        var missing =
            from language in Enum.GetValues<Language>()
            from id in Ids
            from slot in Slots
            where catalogue.Find(language, $"{id}.{slot}") is null
            select $"{language} {id}.{slot}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_has_a_page_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            TextCatalogue.Default.PageIds(language).Order(StringComparer.Ordinal).ShouldBe(Ids.Order(StringComparer.Ordinal), $"pages of {language}");
        }
    }

    [Fact]
    public void Every_page_begins_with_its_id_and_title()
    {
        var wrong =
            from language in Enum.GetValues<Language>()
            from id in Ids
            where !TextCatalogue.Default.Page(language, id)!.StartsWith($"# {id}: ", StringComparison.Ordinal)
            select $"{language} {id}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_has_a_golden_case()
    {
        var root = Path.Combine(SharedFiles.RepositoryRoot, "tests", "Bot.Tests", "testdata", "rules");

        Ids.Where(id => !Directory.Exists(Path.Combine(root, id)) || !Directory.EnumerateFiles(Path.Combine(root, id), "input.yaml", SearchOption.AllDirectories).Any()).ShouldBeEmpty();
    }

    [Fact]
    public void No_rule_throws_on_the_empty_snapshot()
    {
        foreach (var rule in RuleCatalogue.All)
        {
            rule.Evaluate(TheSnapshot.Empty, new DiagnosisContext(TheSnapshot.Now)).ShouldBeEmpty(rule.Descriptor.Id);
        }
    }

    [Fact]
    public void Texts_have_the_same_keys_and_placeholders_in_both_languages()
    {
        var catalogue = TextCatalogue.Default;
        catalogue.Keys(Language.Ko).Order(StringComparer.Ordinal).ShouldBe(catalogue.Keys(Language.En).Order(StringComparer.Ordinal));

        foreach (var key in catalogue.Keys(Language.En))
        {
            Placeholders(catalogue.Find(Language.Ko, key)!).ShouldBe(Placeholders(catalogue.Find(Language.En, key)!), key);
        }
    }

    [Fact]
    public void No_josa_stands_behind_a_variable() =>
        TextCatalogue.Default.Keys(Language.Ko).Where(key => Josa().IsMatch(TextCatalogue.Default.Find(Language.Ko, key)!)).ShouldBeEmpty();

    [Fact]
    public void Slots_leave_room_for_their_variables()
    {
        const int LengthOfAVariable = 8;

        var tooLong =
            from language in Enum.GetValues<Language>()
            from key in TextCatalogue.Default.Keys(language)
            let id = Ids.FirstOrDefault(id => key.StartsWith(id + ".", StringComparison.Ordinal))
            where id is not null
            let slot = key[(id.Length + 1)..].Split('@')[0]
            let length = Variable().Replace(TextCatalogue.Default.Find(language, key)!, new string('x', LengthOfAVariable)).Length
            where FindingTexts.Budgets.TryGetValue(slot, out var most) && length > most
            select $"{language} {key}: {length}";

        tooLong.ShouldBeEmpty();
    }

    private static IEnumerable<string> Placeholders(string text) => Variable().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.None, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\}(이|가|은|는|을|를|와|과|으로|로|이라|라)(?=[\s.,]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Josa();
}
