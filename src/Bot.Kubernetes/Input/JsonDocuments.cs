using System.Text.Json;

namespace Bot.Kubernetes.Input;

/// <summary>
/// Reads one or more JSON values. Of a list only one item at a time is parsed, so that a dump of hundreds of megabytes
/// costs its own bytes and the records.
/// </summary>
internal static class JsonDocuments
{
    public const int MaxDepth = 200;

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = MaxDepth };

    /// <summary>Returns the number of the last document. Values before a fault are read.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static int Read(ReadOnlySpan<byte> text, DocumentPlace place, ManifestCollector collector)
    {
        var reader = new Utf8JsonReader(text, Options);
        for (var first = true; reader.Read(); first = false)
        {
            place = first ? place : place with { Document = place.Document + 1 };
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                Object(ref reader, text, place, collector);
            }
            else
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                collector.AddUnread(At(place, text, start).Unread("The document is no Kubernetes object."));
            }
        }

        return place.Document;
    }

    /// <summary>Runs through the whole object first: a fault anywhere in it is found before anything of it is taken.</summary>
    private static void Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, DocumentPlace place, ManifestCollector collector)
    {
        var whole = reader;
        Utf8JsonReader items = default;
        string kind = "", apiVersion = "";
        var hasItems = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKind = reader.ValueTextEquals("kind"u8);
            var isVersion = reader.ValueTextEquals("apiVersion"u8);
            var isItems = reader.ValueTextEquals("items"u8);
            reader.Read();
            if (isItems)
            {
                items = reader;
                hasItems = true;
            }
            else if ((isKind || isVersion) && reader.TokenType == JsonTokenType.String)
            {
                (kind, apiVersion) = isKind ? (reader.GetString()!, apiVersion) : (kind, reader.GetString()!);
            }

            reader.Skip();
        }

        if (hasItems && kind.EndsWith("List", StringComparison.Ordinal))
        {
            Items(ref items, text, place, new ListHead(apiVersion, kind[..^4]), collector);
        }
        else
        {
            Item(ref whole, text, place, default, collector);
        }
    }

    private static void Items(ref Utf8JsonReader items, ReadOnlySpan<byte> text, DocumentPlace place, ListHead head, ManifestCollector collector)
    {
        if (head.Kind.Length > 0)
        {
            collector.AddList(head);
        }

        if (items.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (items.Read() && items.TokenType != JsonTokenType.EndArray)
        {
            Item(ref items, text, place, head, collector);
        }
    }

    private static void Item(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, DocumentPlace place, ListHead head, ManifestCollector collector)
    {
        var start = (int)reader.TokenStartIndex;
        using var document = JsonDocument.ParseValue(ref reader);
        if (collector.Add(document.RootElement, head, place.File) is { } fault)
        {
            collector.AddUnread(At(place, text, start).Unread(fault));
        }
    }

    private static DocumentPlace At(DocumentPlace place, ReadOnlySpan<byte> text, int position) =>
        place with { Line = place.Line + text[..position].Count((byte)'\n') };
}
