using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "anything/at.all")]
    [InlineData("*-prod", "board-service-prod")]
    [InlineData("board-?", "board-1")]
    [InlineData("{board,user}-service", "user-service")]
    [InlineData("{board,user}-*-{prod,stage}", "board-x-stage")]
    [InlineData("team-[a-c]", "team-b")]
    [InlineData("team-[!a-c]", "team-d")]
    [InlineData("https://*.example", "https://10-0-0-1.example")]
    [InlineData(@"a\*b", "a*b")]
    public void Fits(string pattern, string text) => Glob.Matches(pattern, text).ShouldBeTrue();

    [Theory]
    [InlineData("", "a")]
    [InlineData("board-?", "board-")]
    [InlineData("*-prod", "board-service-prod-2")]
    [InlineData("{board,user}-service", "auth-service")]
    [InlineData("{board", "board")]
    [InlineData("team-[a-c", "team-a")]
    [InlineData("team-[a-c]", "team-")]
    [InlineData("team-[!a-c]", "team-a")]
    [InlineData("Board", "board")]
    [InlineData(@"a\*b", "axb")]
    public void Fits_not(string pattern, string text) => Glob.Matches(pattern, text).ShouldBeFalse();
}
