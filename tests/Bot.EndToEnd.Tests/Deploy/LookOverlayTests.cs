using Bot.Testing;

namespace Bot.EndToEnd.Tests.Deploy;

/// <summary>What the read-only overlay grants, held as text: it is the first thing a careful team reads.</summary>
public sealed class LookOverlayTests
{
    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([SharedFiles.RepositoryRoot, "deploy", .. path]));

    [Fact]
    public void Grants_no_right_on_secrets() => Rules().Split([' ', ',', '"', '[', ']', '\n']).ShouldNotContain("secrets");

    [Fact]
    public void Grants_reading_verbs_only()
    {
        var verbs = Rules().Split('\n').Where(line => line.Contains("verbs:", StringComparison.Ordinal)).Select(line => line.Split(':')[1].Trim()).Distinct();

        verbs.ShouldBe(["[\"get\", \"list\", \"watch\"]", "[\"get\"]"], ignoreOrder: true);
    }

    [Fact]
    public void Names_every_resource_and_no_wildcard() => Rules().ShouldNotContain("*");

    private static string Rules() => string.Join('\n', Read("overlays", "look", "cluster-role.yaml").Split('\n').Where(line => !line.TrimStart().StartsWith('#')));
}
