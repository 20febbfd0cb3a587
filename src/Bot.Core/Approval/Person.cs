using System.Collections.Immutable;

namespace Bot.Core.Approval;

/// <summary>One human, however many accounts. <c>Id</c> is the key under <c>Bot:People</c>.</summary>
public sealed record Person(string Id, string DisplayName, ImmutableArray<string> Roles)
{
    public bool HasRole(string role) => Roles.Contains(role);
}
