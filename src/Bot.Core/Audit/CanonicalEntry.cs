using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Bot.Core.Approval;

namespace Bot.Core.Audit;

/// <summary>The members of an entry's JSON, for reading it back.</summary>
internal sealed record CanonicalEntry
{
    [JsonPropertyName("action")]
    public required string Action { get; init; }

    [JsonPropertyName("actor")]
    public required ActorPart Actor { get; init; }

    [JsonPropertyName("cluster")]
    public required string Cluster { get; init; }

    [JsonPropertyName("details")]
    public required Dictionary<string, string> Details { get; init; }

    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    [JsonPropertyName("outcome")]
    public required string Outcome { get; init; }

    [JsonPropertyName("planHash")]
    public required string PlanHash { get; init; }

    [JsonPropertyName("policyVersion")]
    public required string PolicyVersion { get; init; }

    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    [JsonPropertyName("requestId")]
    public required string RequestId { get; init; }

    [JsonPropertyName("target")]
    public required string Target { get; init; }

    [JsonPropertyName("time")]
    public required string Time { get; init; }

    public AuditEntry ToEntry() => new()
    {
        Action = Action,
        Actor = new Actor(Actor.Platform, Actor.Account, Actor.Name, Actor.Person is { } person ? new Person(person.Id, person.Name, [.. person.Roles]) : null),
        Cluster = Cluster,
        Details = Details.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Kind = Kind,
        Outcome = Outcome,
        PlanHash = PlanHash,
        PolicyVersion = PolicyVersion,
        Reason = Reason,
        RequestId = RequestId,
        Target = Target,
        Time = DateTimeOffset.Parse(Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };

    internal sealed record ActorPart
    {
        [JsonPropertyName("account")]
        public required string Account { get; init; }

        [JsonPropertyName("name")]
        public required string Name { get; init; }

        [JsonPropertyName("person")]
        public PersonPart? Person { get; init; }

        [JsonPropertyName("platform")]
        public required string Platform { get; init; }
    }

    internal sealed record PersonPart
    {
        [JsonPropertyName("id")]
        public required string Id { get; init; }

        [JsonPropertyName("name")]
        public required string Name { get; init; }

        [JsonPropertyName("roles")]
        public required List<string> Roles { get; init; }
    }
}
