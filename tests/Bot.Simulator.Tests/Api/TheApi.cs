using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Simulator.Api;
using Bot.Simulator.Api.Access;
using Bot.Simulator.Store;
using Bot.Simulator.Tests.Store;
using Bot.Testing;

namespace Bot.Simulator.Tests.Api;

/// <summary>A server over a small store, and a client that speaks plain HTTP to it.</summary>
internal sealed class TheApi : IAsyncDisposable
{
    public const string Pods = "/api/v1/namespaces/prod/pods";
    public const string ConfigMaps = "/api/v1/namespaces/prod/configmaps";
    public const string Applications = "/apis/argoproj.io/v1alpha1/namespaces/prod/applications";

    private readonly TheStore the = new();
    private readonly KubernetesApiServer server;

    private TheApi(TheStore the, KubernetesApiServer server)
    {
        this.the = the;
        this.server = server;
        Client = new HttpClient { BaseAddress = server.Address };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "admin");
    }

    public ObjectStore Store => the.Store;

    public ManualClock Clock => the.Clock;

    public HttpClient Client { get; }

    public static async Task<TheApi> StartAsync()
    {
        var held = new TheStore();
        var options = new ApiServerOptions { Tls = false, Users = [ApiUser.Admin("admin", "admin"), ApiUser.ReadOnly("reader", "reader"), ApiUser.WithoutRights("nobody", "nobody")] };
        return new TheApi(held, await KubernetesApiServer.StartAsync(held.Store, options));
    }

    public async Task<(int Code, JsonObject Body)> GetAsync(string path, string accept = "application/json") =>
        await SendAsync(HttpMethod.Get, path, null, "", accept);

    public async Task<(int Code, JsonObject Body)> PatchAsync(string path, string body, string type = "merge-patch+json") =>
        await SendAsync(HttpMethod.Patch, path, body, "application/" + type);

    public async Task<(int Code, JsonObject Body)> SendAsync(HttpMethod method, string path, string? body, string type = "application/json", string accept = "application/json", string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        using var answer = await Client.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }

    /// <summary>Opens a watch; its lines are read one at a time.</summary>
    public async Task<StreamReader> WatchAsync(string path) =>
        new(await Client.GetStreamAsync(new Uri(path, UriKind.Relative)));

    public static async Task<JsonObject> NextAsync(StreamReader watch) => JsonNode.Parse((await watch.ReadLineAsync())!)!.AsObject();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
    }
}
