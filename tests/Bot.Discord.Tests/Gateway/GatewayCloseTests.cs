using Bot.Core.Texts;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewayCloseTests
{
    [Theory]
    [InlineData(null, CloseAction.Resume)]
    [InlineData(1000, CloseAction.Resume)]
    [InlineData(1006, CloseAction.Resume)]
    [InlineData(4000, CloseAction.Resume)]
    [InlineData(4008, CloseAction.Resume)]
    [InlineData(4003, CloseAction.Identify)]
    [InlineData(4007, CloseAction.Identify)]
    [InlineData(4009, CloseAction.Identify)]
    [InlineData(4004, CloseAction.Stop)]
    [InlineData(4014, CloseAction.Stop)]
    [InlineData(4999, CloseAction.Resume)]
    public void Judges_a_close_by_its_code(int? code, CloseAction expected) => GatewayClose.Of(code).Action.ShouldBe(expected);

    [Theory]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    public void Knows_its_own_faults(int code) => GatewayClose.Of(code).IsOurFault.ShouldBeTrue();

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void Says_in_both_languages_what_to_change_when_trying_again_cannot_help(int code)
    {
        var remedy = GatewayClose.Of(code).Remedy.ShouldNotBeNull();

        foreach (var language in Enum.GetValues<Language>())
        {
            TextCatalogue.Default.Find(language, remedy.Key).ShouldNotBeNullOrWhiteSpace();
        }
    }
}
