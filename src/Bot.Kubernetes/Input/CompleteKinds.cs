using System.Collections.Immutable;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Input;

/// <summary>The option <c>--complete KIND[,KIND]|all</c>: kinds of which the input is said to hold everything, in all namespaces.</summary>
public sealed record CompleteKinds(ImmutableArray<string> Kinds)
{
    public static readonly CompleteKinds None = new([]);

    /// <summary>Null when a word is no kind that the bot reads; then <paramref name="unknown"/> is that word.</summary>
    public static CompleteKinds? Parse(string text, out string unknown)
    {
        unknown = "";
        var kinds = ImmutableArray.CreateBuilder<string>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (string.Equals(word, "all", StringComparison.OrdinalIgnoreCase))
            {
                kinds.AddRange(KindTable.All.Select(entry => entry.Kind));
            }
            else if (KindTable.Named(word) is { } entry)
            {
                kinds.Add(entry.Kind);
            }
            else
            {
                unknown = word;
                return null;
            }
        }

        return new CompleteKinds(kinds.ToImmutable());
    }
}
