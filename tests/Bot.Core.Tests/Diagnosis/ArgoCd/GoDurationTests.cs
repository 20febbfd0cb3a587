using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("1h", 3600)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("90s", 90)]
    [InlineData("3m0s", 180)]
    [InlineData("500ms", 0.5)]
    [InlineData("0", 0)]
    [InlineData(".5h", 1800)]
    [InlineData("-5m", -300)]
    [InlineData("+5m", 300)]
    public void Reads_durations(string text, double seconds) => GoDuration.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1d")]
    [InlineData("h")]
    [InlineData("1h 30m")]
    [InlineData("1h\n")]
    [InlineData(".h")]
    [InlineData("9999999h")]
    public void Refuses_what_is_none(string text) => GoDuration.Parse(text).ShouldBeNull();
}
