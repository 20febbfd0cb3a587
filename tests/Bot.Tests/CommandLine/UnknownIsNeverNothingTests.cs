namespace Bot.Tests.CommandLine;

/// <summary>A section whose kind was not read says that it is unknown; zero is said only of what was read.</summary>
public sealed class UnknownIsNeverNothingTests
{
    private const string OneApplication =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop-prod, namespace: argocd}
        status: {sync: {status: Synced}, health: {status: Healthy}}

        """;

    private const string Empty = "---\napiVersion: v1\nkind: PodList\nitems: []\n---\napiVersion: v1\nkind: ServiceList\nitems: []\n---\napiVersion: networking.k8s.io/v1\nkind: IngressList\nitems: []\n";
    private const string OneNode = "apiVersion: v1\nkind: Node\nmetadata: {name: n1}\n";

    [Theory]
    [InlineData("en", "Problem pods of the system namespaces: unknown (not read)", "Ways in: unknown (not read)")]
    [InlineData("ko", "시스템 네임스페이스의 문제 Pod: 확인 불가 (조회하지 않음)", "외부 접속 경로: 확인 불가 (조회하지 않음)")]
    public async Task Status_says_which_sections_were_not_read(string language, params string[] expected)
    {
        var call = await CalledProgram.RunAsync(["status", "--from", "-", "--language", language], OneApplication);

        foreach (var line in expected)
        {
            call.Out.ShouldContain(line);
        }

        call.Out.ShouldNotContain(": 0\n");
        call.Out.ShouldNotContain(": 0개\n");
    }

    [Theory]
    [InlineData("en", "Applications: unknown (not read)")]
    [InlineData("ko", "앱: 확인 불가 (조회하지 않음)")]
    public async Task Status_of_input_without_applications_does_not_count_them(string language, string expected)
    {
        var call = await CalledProgram.RunAsync(["status", "--from", "-", "--language", language], OneNode);

        call.Out.ShouldContain(expected);
    }

    [Fact]
    public async Task Status_says_zero_of_what_was_read_and_is_empty()
    {
        var call = await CalledProgram.RunAsync(["status", "--from", "-"], OneApplication + Empty);

        call.Out.ShouldContain("Problem pods of the system namespaces: 0");
        call.Out.ShouldContain("Ways in: 0");
        call.Out.ShouldNotContain("Ways in: unknown");
    }

    [Fact]
    public async Task Ways_in_are_unknown_while_services_were_not_read()
    {
        var call = await CalledProgram.RunAsync(["status", "--from", "-"], OneApplication + "---\napiVersion: networking.k8s.io/v1\nkind: IngressList\nitems: []\n");

        call.Out.ShouldContain("Ways in: unknown (not read)");
        call.Out.ShouldContain("objects of kind Service");
    }

    [Theory]
    [InlineData("en", "nothing found in what I can see", "Unknown (not read)")]
    [InlineData("ko", "볼 수 있는 범위에서 진단 결과 없음", "확인 불가 (조회하지 않음)")]
    public async Task Diagnose_of_an_application_names_the_kinds_that_were_not_read(string language, string nothing, string heading)
    {
        var call = await CalledProgram.RunAsync(["diagnose", "shop-prod", "--from", "-", "--language", language], OneApplication);

        call.Out.ShouldContain(nothing);
        call.Out.ShouldContain(heading);
        call.Out.ShouldContain("Pod");
        call.Out.ShouldContain("Service");
    }
}
