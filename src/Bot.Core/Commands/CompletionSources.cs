namespace Bot.Core.Commands;

/// <summary>Where the suggestions for an option come from.</summary>
public static class CompletionSources
{
    public const string Environment = "environment";
    public const string Application = "application";
    public const string Rule = "rule";
    public const string Term = "term";
    public const string Request = "request";

    /// <summary>Given or not given; its only value is its own name.</summary>
    public const string Switch = "switch";

    /// <summary>Free text: takes the rest of the line.</summary>
    public const string Words = "words";
}
