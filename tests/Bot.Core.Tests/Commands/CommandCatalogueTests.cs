using Bot.Core.Commands;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Commands;

public sealed class CommandCatalogueTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_command_and_option_is_described(Language language)
    {
        var localizer = new Localizer(language, TimeZoneInfo.Utc);
        var keys = CommandCatalogue.All.SelectMany(command => command.Options.Select(option => $"command.{command.Name}.option.{option.Name}").Append($"command.{command.Name}.description"));

        keys.Where(key => !localizer.Has(key) && !key.EndsWith(".option.hard", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Names_are_unique_and_required_options_stand_first()
    {
        CommandCatalogue.All.Select(command => command.Name).ShouldBeUnique();
        CommandCatalogue.All.ShouldAllBe(command => !command.Options.SkipWhile(option => option.Required).Any(option => option.Required));
    }
}
