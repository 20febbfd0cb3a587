namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Patterns as Argo CD matches names with them: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c>, <c>{one,two}</c> and <c>\</c> before a sign that stands for itself.</summary>
public static class Glob
{
    /// <summary>True when the whole text fits. A pattern that is not closed properly fits nothing.</summary>
    public static bool Matches(string pattern, string text) => Fits(pattern, text);

    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        while (!pattern.IsEmpty)
        {
            switch (pattern[0])
            {
                case '*':
                    return FitsAfterStar(pattern[1..], text);
                case '{':
                    return FitsOneOf(pattern, text);
                case '?' when !text.IsEmpty:
                    pattern = pattern[1..];
                    break;
                case '[' when !text.IsEmpty && pattern.IndexOf(']') is > 1 and var end && IsIn(pattern[1..end], text[0]):
                    pattern = pattern[(end + 1)..];
                    break;
                case '\\' when pattern.Length > 1 && !text.IsEmpty && pattern[1] == text[0]:
                    pattern = pattern[2..];
                    break;
                case not ('?' or '[' or '\\') and var sign when !text.IsEmpty && sign == text[0]:
                    pattern = pattern[1..];
                    break;
                default:
                    return false;
            }

            text = text[1..];
        }

        return text.IsEmpty;
    }

    private static bool FitsAfterStar(ReadOnlySpan<char> rest, ReadOnlySpan<char> text)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        for (var skipped = 0; skipped <= text.Length; skipped++)
        {
            if (Fits(rest, text[skipped..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool FitsOneOf(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var end = pattern.IndexOf('}');
        if (end < 0)
        {
            return false;
        }

        var choices = pattern[1..end];
        foreach (var range in choices.Split(','))
        {
            if (Fits(string.Concat(choices[range], pattern[(end + 1)..]), text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(ReadOnlySpan<char> set, char sign)
    {
        var negated = set[0] == '!';
        set = negated ? set[1..] : set;
        var isIn = false;
        for (var index = 0; index < set.Length; index++)
        {
            if (index + 2 < set.Length && set[index + 1] == '-')
            {
                isIn |= sign >= set[index] && sign <= set[index + 2];
                index += 2;
            }
            else
            {
                isIn |= sign == set[index];
            }
        }

        return isIn != negated;
    }
}
