namespace Bot.Core.Clusters;

public sealed record ApplicationCondition(string Type, string Message, DateTimeOffset? LastTransitionAt);
