using System.Collections.Immutable;

namespace Bot.Core.Texts;

/// <summary>A text that is chosen in the reader's language when it is shown: a key of <c>Texts/&lt;lang&gt;/*.json</c> and its placeholders.</summary>
public sealed record TextKey(string Key, ImmutableDictionary<string, object> Facts)
{
    public TextKey(string key)
        : this(key, ImmutableDictionary<string, object>.Empty)
    {
    }

    public TextKey With(string name, object value) => this with { Facts = Facts.SetItem(name, value) };
}
