using System.Text.Json;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Client.Failures;

/// <summary>Reads a Status; null where the bytes are none (plain text, a login page).</summary>
internal static class StatusReader
{
    private static ReadOnlySpan<byte> ProtobufMagic => "k8s\0"u8;

    public static StatusDocument? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (body.Span.StartsWith(ProtobufMagic))
            {
                return FromEnvelope(body.Span[ProtobufMagic.Length..]);
            }

            using var document = JsonDocument.Parse(body);
            return FromJson(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    public static StatusDocument? FromJson(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || (Text(root, "kind") is var kind && kind is not ("Status" or "")))
        {
            return null;
        }

        var details = root.TryGetProperty("details", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new StatusDocument
        {
            Code = Number(root, "code"),
            Message = Text(root, "message"),
            Reason = Text(root, "reason"),
            Name = Text(details, "name"),
            Group = Text(details, "group"),
            Kind = Text(details, "kind"),
            RetryAfterSeconds = Number(details, "retryAfterSeconds"),
            Causes = details.ValueKind == JsonValueKind.Object && details.TryGetProperty("causes", out var causes) && causes.ValueKind == JsonValueKind.Array
                ? [.. causes.EnumerateArray().Select(cause => new FailureCause(Text(cause, "reason"), Text(cause, "message"), Text(cause, "field")))]
                : [],
        };
    }

    // runtime.Unknown: 1 typeMeta {1 apiVersion, 2 kind}, 2 raw.
    private static StatusDocument? FromEnvelope(ReadOnlySpan<byte> unknown)
    {
        var kind = "";
        var status = new StatusDocument();
        var reader = new ProtobufReader(unknown);
        while (reader.Read())
        {
            if (reader.Field == 1)
            {
                var meta = new ProtobufReader(reader.Bytes);
                while (meta.Read())
                {
                    kind = meta.Field == 2 ? meta.Text : kind;
                }
            }
            else if (reader.Field == 2 && kind == "Status")
            {
                status = FromProtobuf(reader.Bytes);
            }
        }

        return kind == "Status" ? status : null;
    }

    private static StatusDocument FromProtobuf(ReadOnlySpan<byte> raw)
    {
        var status = new StatusDocument();
        var reader = new ProtobufReader(raw);
        while (reader.Read())
        {
            status = reader.Field switch
            {
                3 => status with { Message = reader.Text },
                4 => status with { Reason = reader.Text },
                5 => WithDetails(status, reader.Bytes),
                6 => status with { Code = (int)reader.Number },
                _ => status,
            };
        }

        return status;
    }

    private static StatusDocument WithDetails(StatusDocument status, ReadOnlySpan<byte> details)
    {
        var causes = new List<FailureCause>();
        var reader = new ProtobufReader(details);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1: status = status with { Name = reader.Text }; break;
                case 2: status = status with { Group = reader.Text }; break;
                case 3: status = status with { Kind = reader.Text }; break;
                case 4: causes.Add(Cause(reader.Bytes)); break;
                case 5: status = status with { RetryAfterSeconds = (int)reader.Number }; break;
            }
        }

        return status with { Causes = causes };
    }

    private static FailureCause Cause(ReadOnlySpan<byte> bytes)
    {
        var cause = new FailureCause("", "", "");
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            cause = reader.Field switch
            {
                1 => cause with { Reason = reader.Text },
                2 => cause with { Message = reader.Text },
                3 => cause with { Field = reader.Text },
                _ => cause,
            };
        }

        return cause;
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static int Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}
