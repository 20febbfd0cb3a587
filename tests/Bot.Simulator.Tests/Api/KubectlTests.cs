using System.Diagnostics;
using Bot.Simulator.Api;
using Bot.Simulator.Api.Access;
using Bot.Simulator.Store;
using Bot.Simulator.Tests.Store;
using Bot.Testing;

namespace Bot.Simulator.Tests.Api;

/// <summary>The few things of kubectl that must never break; tests/judges/kubectl asks for much more.</summary>
public sealed class KubectlTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("kubectl-").FullName;
    private readonly ObjectStore store = new(TimeProvider.System);

    public void Dispose() => Directory.Delete(home, recursive: true);

    [KubectlFact]
    public async Task Kubectl_reads_patches_and_is_refused()
    {
        var user = ApiUser.Admin("admin", "admin");
        store.Load(TheStore.Application("shop"));
        await using var server = await KubernetesApiServer.StartAsync(store, new ApiServerOptions { Users = [user] });
        await File.WriteAllTextAsync(Path.Combine(home, "config"), server.Kubeconfig(user));

        var table = await RunAsync("get", "app", "-A");
        var patched = await RunAsync("patch", "app", "shop", "-n", "prod", "--type=json", "-p", """[{"op":"add","path":"/metadata/annotations","value":{"a":"b"}}]""");
        var missing = await RunAsync("get", "app", "nope", "-n", "prod");

        table.ShouldContain("SYNC STATUS");
        patched.ShouldContain("shop patched");
        missing.ShouldContain("Error from server (NotFound): applications.argoproj.io \"nope\" not found");
    }

    private async Task<string> RunAsync(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(KubectlFactAttribute.Path!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = home;
        start.Environment["KUBECONFIG"] = Path.Combine(home, "config");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output + await error;
    }
}
