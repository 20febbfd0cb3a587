using Bot.Core.Commands;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Commands;

public sealed class CommandLineParserTests
{
    [Fact]
    public void Takes_options_in_the_order_of_the_catalogue()
    {
        var line = CommandLineParser.Parse("/status prod");

        line.IsGood.ShouldBeTrue();
        line.Options["env"].ShouldBe("prod");
    }

    [Fact]
    public void Free_text_takes_the_rest_of_the_line()
    {
        var line = CommandLineParser.Parse("unstick wealist-apps-prod must deploy tonight");

        line.Options["app"].ShouldBe("wealist-apps-prod");
        line.Options["reason"].ShouldBe("must deploy tonight");
    }

    [Theory]
    [InlineData("/refresh app hard")]
    [InlineData("/refresh hard app")]
    [InlineData("/refresh --hard app")]
    [InlineData("/refresh app:app hard")]
    public void A_switch_may_stand_anywhere(string text)
    {
        var line = CommandLineParser.Parse(text);

        line.IsGood.ShouldBeTrue();
        line.Options["app"].ShouldBe("app");
        line.Options["hard"].ShouldBe("hard");
    }

    [Fact]
    public void Quotes_hold_words_together_also_the_curly_ones_of_phones() =>
        CommandLineParser.Words("/deny abc “not tonight” \"\"").ShouldBe(["/deny", "abc", "not tonight", ""]);

    [Fact]
    public void Says_what_is_missing_and_what_is_too_much()
    {
        CommandLineParser.Parse("/diagnose").Missing.ShouldBe("app");
        CommandLineParser.Parse("/status prod dev").Unexpected.ShouldBe("dev");
        CommandLineParser.Parse("/frobnicate").Command.ShouldBeNull();
        CommandLineParser.Parse("  ").Command.ShouldBeNull();
    }

    [Fact]
    public void Never_throws_on_any_line() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        CommandLineParser.Parse("/unstick " + text);
        return CommandLineParser.Parse(text ?? "") is not null;
    }).QuickCheckThrowOnFailure();
}
