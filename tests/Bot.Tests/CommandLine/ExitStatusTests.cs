namespace Bot.Tests.CommandLine;

public sealed class ExitStatusTests
{
    private const string Healthy = "apiVersion: v1\nkind: PodList\nitems: []\n";

    [Theory]
    [InlineData(64, "nonsense")]
    [InlineData(64, "status", "--nonsense")]
    [InlineData(64, "status", "--output", "xml")]
    [InlineData(64, "explain")]
    [InlineData(64, "explain", "qqqqqqq")]
    [InlineData(64, "rules", "argocd.no-such-rule")]
    [InlineData(64, "diagnose", "--from", "-", "--now", "tomorrow")]
    [InlineData(64, "diagnose", "--from", "-", "--complete", "Unicorn")]
    [InlineData(64, "diagnose", "no-such-app", "--from", "-")]
    [InlineData(64, "status", "no-such-environment", "--from", "-")]
    [InlineData(64, "audit", "verify")]
    [InlineData(65, "diagnose", "--from", "/no/such/file.yaml")]
    [InlineData(69, "status", "--kubeconfig", "/no/such/kubeconfig")]
    [InlineData(77, "unstick", "some-app")]
    [InlineData(77, "approve", "abc")]
    [InlineData(0, "diagnose", "--from", "-")]
    [InlineData(0, "rules")]
    [InlineData(0, "rules", "pod.oom")]
    [InlineData(0, "explain", "OutOfSync")]
    [InlineData(0, "--help")]
    public async Task Ends_as_the_contract_says(int expected, params string[] arguments)
    {
        var call = await CalledProgram.RunAsync(arguments, Healthy);

        call.Exit.ShouldBe(expected, call.Out + call.Error);
        call.Error.ShouldNotContain("   at ");
        if (expected >= 64 && expected != 65)
        {
            call.Out.ShouldBeEmpty();
            call.Error.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Offers_the_nearest_application()
    {
        var call = await CalledProgram.RunAsync(["diagnose", "shop-prdo", "--from", "-"], "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop-prod, namespace: argocd}\n");

        call.Exit.ShouldBe(64);
        call.Error.ShouldContain("shop-prod");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_first_and_nothing_is_said_to_be_well()
    {
        var call = await CalledProgram.RunAsync(["diagnose", "--from", "/no/such/file.yaml"], "");

        call.Exit.ShouldBe(65);
        (call.Out + call.Error).ShouldContain("/no/such/file.yaml");
        (call.Out + call.Error).ShouldNotContain("nothing wrong");
        (call.Out + call.Error).ShouldNotContain("line 0");
    }

    [Fact]
    public async Task An_unreadable_document_is_named_and_the_others_are_still_judged()
    {
        var call = await CalledProgram.RunAsync(["diagnose", "--from", "-", "--output", "json"], Healthy + "---\nkind: [\n");

        call.Exit.ShouldBe(65);
        call.Out.ShouldContain("\"document\": 2");
    }
}
