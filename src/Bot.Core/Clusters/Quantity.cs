using System.Globalization;

namespace Bot.Core.Clusters;

/// <summary>A Kubernetes quantity (<c>512Mi</c>, <c>250m</c>, <c>1e3</c>). Kept as written, so that cards show what the manifest says.</summary>
public readonly record struct Quantity(string Text)
{
    private static readonly (string Suffix, decimal Factor)[] Suffixes =
    [
        ("Ki", 1024m), ("Mi", 1048576m), ("Gi", 1073741824m), ("Ti", 1099511627776m), ("Pi", 1125899906842624m), ("Ei", 1152921504606846976m),
        ("n", 0.000000001m), ("u", 0.000001m), ("m", 0.001m), ("k", 1e3m), ("M", 1e6m), ("G", 1e9m), ("T", 1e12m), ("P", 1e15m), ("E", 1e18m),
    ];

    /// <summary>The amount in base units (bytes, cores, pieces); null when the text is no quantity.</summary>
    public decimal? Value
    {
        get
        {
            if (string.IsNullOrEmpty(Text))
            {
                return null;
            }

            foreach (var (suffix, factor) in Suffixes)
            {
                if (Text.EndsWith(suffix, StringComparison.Ordinal) && Number(Text[..^suffix.Length]) is { } scaled)
                {
                    return scaled * factor;
                }
            }

            return Number(Text);
        }
    }

    public override string ToString() => Text;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
