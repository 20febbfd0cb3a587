namespace Bot.Core.Environments;

/// <summary>Matches <c>*</c> (any run) and <c>?</c> (one character); no other sign is special.</summary>
public static class Glob
{
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int at = 0, star = -1, resume = 0, index = 0;
        while (index < text.Length)
        {
            if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == text[index]) && pattern[at] != '*')
            {
                at++;
                index++;
            }
            else if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                resume = index;
            }
            else if (star >= 0)
            {
                at = star + 1;
                index = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
        {
            at++;
        }

        return at == pattern.Length;
    }
}
