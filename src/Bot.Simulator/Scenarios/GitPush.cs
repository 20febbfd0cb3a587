namespace Bot.Simulator.Scenarios;

/// <summary>A branch of a repository moves to a commit.</summary>
internal sealed record GitPush(string Url, string Branch, string Sha);
