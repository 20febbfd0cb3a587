namespace Bot.Core.Texts;

/// <summary>The languages every text stands in.</summary>
public enum Language
{
    En,
    Ko,
}
