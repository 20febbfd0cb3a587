using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Core.Texts;

namespace Bot.Storage.Documents;

/// <summary>Keeps a text with its placeholders, each with its type, so that ages and moments are still shown in the reader's way later.</summary>
internal sealed class TextKeyConverter : JsonConverter<TextKey>
{
    public override TextKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ReadKey(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, TextKey value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("key", value.Key);
        if (value.Facts.Count > 0)
        {
            writer.WriteStartObject("facts");
            foreach (var (name, fact) in value.Facts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                WriteFact(writer, fact, options);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static TextKey ReadKey(JsonElement element)
    {
        var facts = ImmutableDictionary.CreateBuilder<string, object>();
        if (element.TryGetProperty("facts", out var stored))
        {
            foreach (var fact in stored.EnumerateObject())
            {
                facts[fact.Name] = ReadFact(fact.Value);
            }
        }

        return new TextKey(element.GetProperty("key").GetString()!, facts.ToImmutable());
    }

    private static object ReadFact(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return element.GetString()!;
            case JsonValueKind.Number:
                return element.TryGetInt32(out var small) ? small : element.TryGetInt64(out var large) ? (object)large : element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return element.TryGetProperty("age", out var age) ? TimeSpan.ParseExact(age.GetString()!, "c", CultureInfo.InvariantCulture)
                    : element.TryGetProperty("moment", out var moment) ? moment.GetDateTimeOffset()
                    : ReadKey(element);
        }
    }

    private void WriteFact(Utf8JsonWriter writer, object fact, JsonSerializerOptions options)
    {
        switch (fact)
        {
            case TextKey key:
                Write(writer, key, options);
                break;
            case TimeSpan age:
                writer.WriteStartObject();
                writer.WriteString("age", age.ToString("c", CultureInfo.InvariantCulture));
                writer.WriteEndObject();
                break;
            case DateTimeOffset moment:
                writer.WriteStartObject();
                writer.WriteString("moment", moment);
                writer.WriteEndObject();
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            default:
                writer.WriteStringValue(Convert.ToString(fact, CultureInfo.InvariantCulture));
                break;
        }
    }
}
