using System.Net;
using System.Text.RegularExpressions;

namespace Bot.EndToEnd.Tests.Demo;

/// <summary>A person at the console: types lines, presses nothing that a form could not.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;
    private readonly string token;

    private Browser(HttpClient client, string token)
    {
        this.client = client;
        this.token = token;
    }

    public static async Task<Browser> OpenAsync(Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var page = await http.GetStringAsync("/");
        return new Browser(http, FormToken().Match(page).Groups["token"].Value);
    }

    public Task<string> SayAsync(string line) => PostAsync("/command", ("line", line));

    public Task<string> BecomeAsync(string persona) => PostAsync("/persona", ("persona", persona));

    public async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));

    public void Dispose() => client.Dispose();

    private async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append((Name: "form-token", Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await client.PostAsync(path, form);
        answer.EnsureSuccessStatusCode();
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"form-token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormToken();
}
