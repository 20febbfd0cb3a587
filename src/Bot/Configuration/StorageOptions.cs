namespace Bot.Configuration;

/// <summary>Where requests and the audit log are kept, under <c>Bot:Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary><c>sqlite</c>. Default <c>sqlite</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>Path of the SQLite file; relative to <c>DataDirectory</c>. Default <c>bot.db</c>.</summary>
    public string ConnectionString { get; set; } = "";
}
