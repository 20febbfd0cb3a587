namespace Bot.Core.Muting;

/// <summary>A known problem that is not to be told for a while. Empty parts fit everything; an end and a reason there must be.</summary>
public sealed record Mute(string Rule, DateTimeOffset Until, string Reason)
{
    public string Environment { get; init; } = "";

    public string Namespace { get; init; } = "";

    /// <summary><c>Kind/name</c> or the name alone, of the subject or of its top owner.</summary>
    public string Object { get; init; } = "";

    public bool HasEnded(DateTimeOffset now) => Until <= now;
}
