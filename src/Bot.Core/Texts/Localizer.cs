using System.Globalization;
using System.Text;

namespace Bot.Core.Texts;

/// <summary>Makes texts in one language and time zone. Placeholders are written <c>{name}</c>; an unknown one stays visible as <c>{name}</c>.</summary>
public sealed class Localizer(Language language, TimeZoneInfo zone, TextCatalogue catalogue)
{
    public Localizer(Language language, TimeZoneInfo zone)
        : this(language, zone, TextCatalogue.Default)
    {
    }

    public Language Language => language;

    public TimeZoneInfo Zone => zone;

    public TextCatalogue Catalogue => catalogue;

    public bool Has(string key) => catalogue.Find(language, key) is not null;

    public string Text(TextKey key) => Text(key.Key, key.Facts);

    public string Text(string key, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            map[name] = value;
        }

        return Text(key, map);
    }

    /// <summary>The text of a key. A key that is missing gives the key itself in angle brackets: visible, and caught by the texts test.</summary>
    public string Text(string key, IReadOnlyDictionary<string, object> facts)
    {
        var template = catalogue.Find(language, key) ?? catalogue.Find(Language.En, key);
        if (template is null)
        {
            return $"‹{key}›";
        }

        var result = new StringBuilder(template.Length + 32);
        var position = 0;
        while (position < template.Length)
        {
            var open = template.IndexOf('{', position);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            result.Append(template, position, open - position);
            var name = template[(open + 1)..close];
            result.Append(facts.TryGetValue(name, out var value) ? Show(value) : template[open..(close + 1)]);
            position = close + 1;
        }

        return result.Append(template, position, template.Length - position).ToString();
    }

    /// <summary>A value as a person reads it: ages in the two largest units, moments in the zone.</summary>
    public string Show(object value) => value switch
    {
        string text => text,
        TimeSpan age => Age(age),
        DateTimeOffset moment => Moment(moment),
        TextKey key => Text(key),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary><c>9 h 12 min</c> or <c>9시간 12분</c>.</summary>
    public string Age(TimeSpan age)
    {
        if (age < TimeSpan.Zero)
        {
            age = TimeSpan.Zero;
        }

        (int Value, string En, string Ko)[] units =
        [
            ((int)age.TotalDays, " d", "일"), (age.Hours, " h", "시간"), (age.Minutes, " min", "분"), (age.Seconds, " s", "초"),
        ];
        var first = Array.FindIndex(units, unit => unit.Value > 0);
        if (first < 0)
        {
            first = units.Length - 1;
        }

        var shown = units.Skip(first).Take(first < 2 ? 2 : 1).Where((unit, index) => index == 0 || unit.Value > 0);
        return string.Join(' ', shown.Select(unit => unit.Value.ToString(CultureInfo.InvariantCulture) + (language == Language.Ko ? unit.Ko : unit.En)));
    }

    /// <summary>The clock time, with the date in front (<c>2026-01-02 00:03</c>).</summary>
    public string Moment(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
