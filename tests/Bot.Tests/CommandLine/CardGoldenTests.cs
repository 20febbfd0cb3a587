using Bot.Testing;

namespace Bot.Tests.CommandLine;

/// <summary>What people and machines read about the stuck root application, word for word, in both languages.</summary>
public sealed class CardGoldenTests
{
    private static readonly string Input = Path.Combine(SharedFiles.RepositoryRoot, "tests", "Bot.Tests", "testdata", "rules", "argocd.self-reference-deadlock", "manifest-moved-in-git", "input.yaml");

    [Theory]
    [InlineData("status.en.txt", "status", "prod")]
    [InlineData("status.ko.txt", "status", "prod", "--language", "ko")]
    [InlineData("diagnose.en.txt", "diagnose", "wealist-apps-prod")]
    [InlineData("diagnose.ko.txt", "diagnose", "wealist-apps-prod", "--language", "ko")]
    [InlineData("status.json", "status", "prod", "--output", "json")]
    public async Task Reads_as_agreed(string golden, params string[] arguments)
    {
        var call = await CalledProgram.RunAsync([.. arguments, "--from", Input, "--now", "2026-11-21T02:00:00Z"]);

        call.Exit.ShouldBe(2, call.Error);
        Golden.ShouldMatch(call.Out, $"tests/Bot.Tests/testdata/cards/{golden}");
    }

    [Fact]
    public async Task The_lines_of_a_finding_stand_in_their_fixed_order()
    {
        var call = await CalledProgram.RunAsync(["status", "prod", "--from", Input, "--now", "2026-11-21T02:00:00Z"]);

        int[] places = [.. new[] { "Users", "Cause", "Evidence", "Now", "Lasting fix", "Caution" }.Select(label => call.Out.IndexOf($"\n  {label}", StringComparison.Ordinal))];
        places.ShouldAllBe(place => place > 0);
        places.ShouldBeInOrder();
    }
}
