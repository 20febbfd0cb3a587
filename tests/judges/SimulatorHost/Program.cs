using System.Text.Json.Nodes;
using Bot.Simulator.Api;
using Bot.Simulator.Api.Access;
using Bot.Simulator.Store;

// Starts a simulated cluster with a few objects for the kubectl judge, writes one kubeconfig a user into the folder given, and waits for the end of its input.
if (args is not [var folder])
{
    Console.Error.WriteLine("usage: SimulatorHost FOLDER");
    return 64;
}

var store = new ObjectStore(TimeProvider.System);
foreach (var body in Cluster())
{
    store.Load(body);
}

var now = TimeProvider.System.GetUtcNow();
store.Logs.Append("prod", "web-0", "web", previous: false, [new LogLine(now, "first line"), new LogLine(now, "second line")]);
store.Logs.Append("prod", "web-0", "web", previous: true, [new LogLine(now.AddMinutes(-5), "panic: out of luck")]);

ApiUser[] users = [ApiUser.Admin("admin", "token-of-admin"), ApiUser.ReadOnly("reader", "token-of-reader"), ApiUser.WithoutRights("nobody", "token-of-nobody")];
await using var server = await KubernetesApiServer.StartAsync(store, new ApiServerOptions { Users = users });
foreach (var user in users)
{
    await File.WriteAllTextAsync(Path.Combine(folder, user.Name + ".kubeconfig"), server.Kubeconfig(user));
}

Console.WriteLine("ready");
Console.In.ReadToEnd();
return 0;

static IEnumerable<JsonObject> Cluster()
{
    using var stream = typeof(Program).Assembly.GetManifestResourceStream("cluster.json") ?? throw new InvalidOperationException("cluster.json is not embedded.");
    return [.. JsonNode.Parse(stream)!.AsArray().Select(static body => body!.AsObject())];
}
