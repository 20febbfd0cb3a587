using Bot.Core.Commands;

namespace Bot.Core.Tests.Commands;

public sealed class NearestNamesTests
{
    [Theory]
    [InlineData("prdo", "prod")]
    [InlineData("production", "prod")]
    [InlineData("stagin", "staging")]
    public void Offers_what_was_probably_meant(string typed, string expected) =>
        NearestNames.Of(typed, ["dev", "prod", "staging", "prod-eu", "production-asia"]).ShouldContain(name => name.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Offers_nothing_for_what_is_like_nothing() => NearestNames.Of("xyzzy", ["dev", "prod"]).ShouldBeEmpty();

    [Theory]
    [InlineData("prod", "prod", 0)]
    [InlineData("prdo", "prod", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void A_swap_of_neighbours_is_one_edit(string left, string right, int distance) => NearestNames.Distance(left, right).ShouldBe(distance);
}
