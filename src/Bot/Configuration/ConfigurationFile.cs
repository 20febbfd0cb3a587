namespace Bot.Configuration;

/// <summary>A file that configuration came from. <c>IsGiven</c>: by <c>--config</c> or <c>BOT_CONFIG</c>, not just found.</summary>
public sealed record ConfigurationFile(string Path, bool IsGiven)
{
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".";
}
