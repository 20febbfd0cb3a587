using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>
/// Reads fields that may be missing, null or of another type than expected: then the fallback, never an exception.
/// A missing field is the default element, so that paths can be chained.
/// </summary>
internal static class JsonReading
{
    /// <summary>Messages are for people; more than this is a dump.</summary>
    public const int LongestMessage = 1000;

    public static JsonElement At(this JsonElement element, ReadOnlySpan<byte> name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.TryGetProperty(name, out var value) ? value : default;
        }

        NoteUnlessMissing(element);
        return default;
    }

    public static JsonElement At(this JsonElement element, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => element.At(first).At(second);

    public static bool IsMissing(this JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>A text that repeats among objects; numbers and switches as they are written.</summary>
    public static string Text(this JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                var raw = JsonMarshal.GetRawUtf8Value(element)[1..^1];
                return raw.Contains((byte)'\\') ? Unescaped(element) : StringPool.Shared.Get(raw);
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return StringPool.Shared.Get(JsonMarshal.GetRawUtf8Value(element));
            default:
                NoteUnlessMissing(element);
                return "";
        }
    }

    /// <summary>A text that stands in one object only (names, uids): not worth a place in the pool.</summary>
    public static string OwnText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? Unescaped(element) : element.Text();

    public static string Message(this JsonElement element) => Cut(element.Text());

    public static string Cut(string text)
    {
        if (text.Length <= LongestMessage)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestMessage - 2]) ? LongestMessage - 2 : LongestMessage - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    public static int Int(this JsonElement element, int fallback = 0) => element.IntOrNull() ?? fallback;

    public static int? IntOrNull(this JsonElement element) => element.LongOrNull() is { } value and >= int.MinValue and <= int.MaxValue ? (int)value : null;

    public static long Long(this JsonElement element, long fallback = 0) => element.LongOrNull() ?? fallback;

    public static long? LongOrNull(this JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Number when element.TryGetInt64(out var value):
                return value;
            case JsonValueKind.String:
                // A number or a name (a port): both are as they should be.
                return long.TryParse(element.Text(), out var parsed) ? parsed : null;
            default:
                NoteUnlessMissing(element);
                return null;
        }
    }

    public static bool Bool(this JsonElement element, bool fallback = false)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.ValueKind == JsonValueKind.True;
        }

        NoteUnlessMissing(element);
        return fallback;
    }

    public static DateTimeOffset? Time(this JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String && element.TryGetDateTimeOffset(out var value))
        {
            return value.ToUniversalTime();
        }

        NoteUnlessMissing(element);
        return null;
    }

    public static Quantity? Quantity(this JsonElement element) => element.Text() is { Length: > 0 } text ? new Quantity(text) : null;

    public static ImmutableArray<T> Each<T>(this JsonElement element, Func<JsonElement, T> read)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            NoteUnlessMissing(element);
            return [];
        }

        if (element.GetArrayLength() is not (> 0 and var length))
        {
            return [];
        }

        var items = new T[length];
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            items[index++] = read(item);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public static JsonElement.ArrayEnumerator Items(this JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray();
        }

        NoteUnlessMissing(element);
        return default;
    }

    public static ImmutableArray<string> Texts(this JsonElement element) => element.Each(static item => item.Text());

    public static StringMap Map(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            NoteUnlessMissing(element);
            return StringMap.Empty;
        }

        var scratch = MapScratch.Begin();
        foreach (var property in element.EnumerateObject())
        {
            scratch.Add(property.Key(), property.Value.Text());
        }

        return scratch.Take();
    }

    /// <summary>The name of a property, pooled.</summary>
    public static string Key(this JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? property.Name : StringPool.Shared.Get(raw);
    }

    private static void NoteUnlessMissing(JsonElement element)
    {
        if (!element.IsMissing())
        {
            OddShapes.Note(element);
        }
    }

    /// <summary>Half a surrogate pair (<c>"\ud800"</c>) is legal JSON and no legal string: it is replaced, as a browser does.</summary>
    private static string Unescaped(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)[1..^1]);
        }
    }
}
