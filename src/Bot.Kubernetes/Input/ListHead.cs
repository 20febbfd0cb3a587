namespace Bot.Kubernetes.Input;

/// <summary>What a list says of its items, which then need not say it themselves. Empty for an object that stands alone and for <c>kind: List</c>.</summary>
internal readonly record struct ListHead(string ApiVersion, string Kind);
