namespace Bot.Core.Chat;

/// <summary>What a button asks for: a command line (<c>/unstick app</c>), or a click on a request.</summary>
/// <param name="Verb"><c>command</c>, <c>approve</c>, <c>deny</c>, <c>cancel</c>, <c>propose</c> or <c>link</c>.</param>
/// <param name="Argument">The command line, the request id, or the address.</param>
/// <param name="PlanHash">For votes: the plan the person saw.</param>
public sealed record ButtonAction(string Verb, string Argument, string PlanHash = "");
