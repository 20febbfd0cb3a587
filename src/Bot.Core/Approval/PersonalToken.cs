namespace Bot.Core.Approval;

/// <summary>What is known of a token, the text excepted. <c>Id</c> names it in lists and in the audit log.</summary>
public sealed record PersonalToken(string Id, string PersonId, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
