using Bot.Testing;

namespace Bot.EndToEnd.Tests.Demo;

/// <summary>Secrets that stand in messages of the cluster, in input files and in what people type leave the program nowhere.</summary>
public sealed class PlantedSecretTests
{
    private const string Message = "db said password=planted-hunter2 for https://jiwon:planted-pw@git.example/x.git with eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJlLXBsYW50 and AKIAPLANTED012345678";

    private static readonly string[] Planted = ["planted-hunter2", "planted-pw", "eyJzdWIiOiJwbGFudGVkIn0", "AKIAPLANTED012345678"];

    [Fact]
    public async Task Nothing_of_a_running_bot_shows_them()
    {
        var scenarios = Directory.CreateTempSubdirectory("bot-planted-");
        await File.WriteAllTextAsync(Path.Combine(scenarios.FullName, "planted.yaml"), await ScenarioAsync());
        await using var bot = await StartedBot.ServeAsync("--scenario-dir", scenarios.FullName, "--scenario", "planted");
        using var browser = await Browser.OpenAsync(bot.Address);

        var card = await browser.SayAsync("/diagnose cluster-addons-prod");
        card.ShouldContain("db said");
        ShouldBeClean(card);
        ShouldBeClean(await browser.SayAsync("/status prod"));
        ShouldBeClean(await browser.SayAsync($"/unstick wealist-apps-prod \"{Message}\""));
        ShouldBeClean(await browser.ReadAsync("/approvals"));
        ShouldBeClean(await browser.ReadAsync("/audit"));
        foreach (var arguments in new[] { "diagnose", "diagnose --output json", "status --output json", "diagnose cluster-addons-prod", "approvals --all", "audit", "audit export" })
        {
            var (_, output, error) = await bot.CallAsync(arguments.Split(' '));
            output.ShouldNotBeEmpty(error);
            ShouldBeClean(output + error);
        }

        await bot.InterruptAsync();
        ShouldBeClean(bot.Error);
        scenarios.Delete(recursive: true);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Nothing_read_from_files_shows_them(string output)
    {
        var folder = Directory.CreateTempSubdirectory("bot-planted-");
        var dump = Path.Combine(folder.FullName, "dump.yaml");
        await File.WriteAllTextAsync(dump, Dump);

        var (exit, answer, error) = await StartedBot.RunAsync(folder.FullName, "diagnose", "--from", dump, "--output", output, "--now", "2026-11-21T02:00:00Z");

        exit.ShouldBe(65, error);
        answer.ShouldContain("***");
        ShouldBeClean(answer + error);
        folder.Delete(recursive: true);
    }

    private static string Dump =>
        $$$"""
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop-prod, namespace: argocd}
        spec: {project: default, source: {repoURL: "https://jiwon:planted-pw@git.example/x.git", path: k8s, targetRevision: main}, destination: {namespace: shop-prod}}
        status:
          sync: {status: Unknown}
          health: {status: Degraded}
          conditions: [{type: ComparisonError, message: "{{{Message}}}"}]
          operationState: {phase: Failed, startedAt: "2026-11-21T01:00:00Z", finishedAt: "2026-11-21T01:01:00Z", message: "{{{Message}}}"}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web-1, namespace: shop-prod, creationTimestamp: "2026-11-21T01:00:00Z"}
        spec: {containers: [{name: web, image: "registry.example/web:1"}]}
        status:
          phase: Pending
          containerStatuses:
          - {name: web, ready: false, restartCount: 0, image: "registry.example/web:1", state: {waiting: {reason: ImagePullBackOff, message: "Back-off pulling image: {{{Message}}}"} } }
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: db, namespace: shop-prod, creationTimestamp: "2026-11-21T00:00:00Z"}
        spec: {secretStoreRef: {name: aws, kind: ClusterSecretStore}, target: {name: db}}
        status: {conditions: [{type: Ready, status: "False", reason: SecretSyncedError, message: "{{{Message}}}", lastTransitionTime: "2026-11-21T00:10:00Z"}]}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: e1, namespace: shop-prod}
        involvedObject: {kind: Pod, namespace: shop-prod, name: web-1}
        reason: Failed
        type: Warning
        message: "{{{Message}}}"
        lastTimestamp: "2026-11-21T01:59:00Z"
        ---
        kind: [ password=planted-hunter2
        """;

    private static async Task<string> ScenarioAsync() =>
        (await File.ReadAllTextAsync(Path.Combine(SharedFiles.RepositoryRoot, "src", "Bot.Simulator", "Scenarios", "seed-002.yaml"))).TrimEnd()
        + $$$"""

              - at: -5m
                patch:
                  - object: Application/argocd/cluster-addons-prod
                    fields: {status: {operationState: {message: "{{{Message}}}"} } }

            """;

    private static void ShouldBeClean(string text)
    {
        foreach (var secret in Planted)
        {
            text.ShouldNotContain(secret, Case.Sensitive);
        }
    }
}
