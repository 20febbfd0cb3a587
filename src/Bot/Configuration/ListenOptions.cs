namespace Bot.Configuration;

/// <summary>Health, metrics and incoming webhooks, under <c>Bot:Listen</c>.</summary>
public sealed class ListenOptions
{
    /// <summary>Address to listen on. Default <c>http://127.0.0.1:5081</c>.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5081";
}
