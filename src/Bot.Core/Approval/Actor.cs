namespace Bot.Core.Approval;

/// <summary>Who did something and by which door: platform (<c>console</c>, <c>cli</c>, <c>discord</c>, <c>slack</c>, <c>bot</c>), account there, and the person if known.</summary>
public sealed record Actor(string Platform, string UserId, string DisplayName, Person? Person);
