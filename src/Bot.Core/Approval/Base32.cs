namespace Bot.Core.Approval;

/// <summary>Lower-case base32 without padding (RFC 4648 alphabet): safe in addresses, chat ids and on the phone.</summary>
public static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        for (var index = 0; index < text.Length; index++)
        {
            var bit = index * 5;
            var value = bytes[bit / 8] << 8 | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text[index] = Alphabet[value >> (11 - bit % 8) & 31];
        }

        return new string(text);
    }

    public static bool IsEncoded(string text, int length) => text.Length == length && text.All(Alphabet.Contains);
}
