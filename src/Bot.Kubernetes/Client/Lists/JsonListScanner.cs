using System.Text.Json;

namespace Bot.Kubernetes.Client.Lists;

/// <summary>Scans <c>{"metadata":{...},"items":[...]}</c> in whatever pieces it comes.</summary>
internal sealed class JsonListScanner : IListScanner
{
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = JsonDepth.Limit });
    private Place place = Place.Start;

    private enum Place
    {
        Start,
        Members,
        Items,
        End,
    }

    public string ResourceVersion { get; private set; } = "";

    public string Continue { get; private set; } = "";

    public bool IsComplete => place == Place.End;

    public int Scan(ReadOnlyMemory<byte> bytes, bool isFinal, Action<ReadOnlyMemory<byte>> onItem)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes.Span, isFinal, state);
            var safe = reader;
            while (place != Place.End && reader.Read() && Step(ref reader, bytes, onItem))
            {
                safe = reader;
            }

            if (place == Place.End)
            {
                return bytes.Length;
            }

            state = safe.CurrentState;
            return (int)safe.BytesConsumed;
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException(problem.Message, problem);
        }
    }

    // False: the value is not all here yet; go back to before it.
    private bool Step(ref Utf8JsonReader reader, ReadOnlyMemory<byte> bytes, Action<ReadOnlyMemory<byte>> onItem)
    {
        switch (place)
        {
            case Place.Start:
                place = reader.TokenType == JsonTokenType.StartObject ? Place.Members : throw new InvalidDataException("A list is an object.");
                return true;
            case Place.Members when reader.TokenType == JsonTokenType.EndObject:
                place = Place.End;
                return true;
            case Place.Members:
                return Member(ref reader, bytes);
            case Place.Items when reader.TokenType == JsonTokenType.EndArray:
                place = Place.Members;
                return true;
            default:
                var start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    return false;
                }

                onItem(bytes[start..(int)reader.BytesConsumed]);
                return true;
        }
    }

    private bool Member(ref Utf8JsonReader reader, ReadOnlyMemory<byte> bytes)
    {
        var isItems = reader.ValueTextEquals("items"u8);
        var isMetadata = reader.ValueTextEquals("metadata"u8);
        if (!reader.Read())
        {
            return false;
        }

        if (isItems && reader.TokenType == JsonTokenType.StartArray)
        {
            place = Place.Items;
            return true;
        }

        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        if (isMetadata)
        {
            using var metadata = JsonDocument.Parse(bytes[start..(int)reader.BytesConsumed]);
            ResourceVersion = Text(metadata.RootElement, "resourceVersion");
            Continue = Text(metadata.RootElement, "continue");
        }

        return true;
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
