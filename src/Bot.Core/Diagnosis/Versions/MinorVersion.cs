using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.Versions;

/// <summary>The first two numbers of a version: support is given by these.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct MinorVersion(int Major, int Minor) : IComparable<MinorVersion>
{
    /// <summary>From <c>v3.1.8+abc</c>, <c>1.27.1-distroless</c> or <c>v1.33.5-eks-113cf36</c>; null when the text begins with no version.</summary>
    public static MinorVersion? Parse(string text) =>
        Leading().Match(text) is { Success: true } match && Number(match, "major") is { } major && Number(match, "minor") is { } minor ? new MinorVersion(major, minor) : null;

    public static bool operator <(MinorVersion left, MinorVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(MinorVersion left, MinorVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(MinorVersion left, MinorVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MinorVersion left, MinorVersion right) => left.CompareTo(right) >= 0;

    public int CompareTo(MinorVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static int? Number(Match match, string group) => int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^v?(?<major>\d{1,4})\.(?<minor>\d{1,4})(?=$|[.\-+_])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leading();
}
