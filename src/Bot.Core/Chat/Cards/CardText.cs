using System.Globalization;

namespace Bot.Core.Chat.Cards;

/// <summary>Cuts texts to a budget by what a reader counts as one character, never inside a syllable.</summary>
public static class CardText
{
    /// <summary>What a locked phone shows.</summary>
    public const int PushLimit = 110;

    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var elements = StringInfo.ParseCombiningCharacters(text);
        return elements.Length <= limit ? text : text[..elements[limit - 1]].TrimEnd() + "…";
    }
}
