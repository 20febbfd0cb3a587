namespace Bot.Core.Clusters;

public sealed record Taint(string Key, string Value, string Effect);
