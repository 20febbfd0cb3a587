using System.Text;

namespace Bot.Kubernetes.Kinds;

/// <summary>
/// Gives the same string for the same UTF-8 bytes, as long as its place is not taken by another. Bounded and lock-free:
/// a lost race or a collision costs one more string, never a wrong one. Only ASCII up to a length that repeats is kept.
/// </summary>
internal sealed class StringPool
{
    private const int LongestKept = 128;
    private readonly string?[] slots = new string?[1 << 14];

    public static StringPool Shared { get; } = new();

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var slot = ref slots[HashOf(utf8) & (uint)(slots.Length - 1)];
        var known = slot;
        if (known is not null && Ascii.Equals(utf8, known))
        {
            return known;
        }

        return slot = Encoding.UTF8.GetString(utf8);
    }

    /// <summary>FNV-1a: short keys, no state, no attacker (a collision only costs memory).</summary>
    private static uint HashOf(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var letter in utf8)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
