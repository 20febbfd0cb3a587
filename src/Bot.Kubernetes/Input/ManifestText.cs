using System.Text.Json;
using YamlDotNet.Core;

namespace Bot.Kubernetes.Input;

/// <summary>Splits the text of a file into documents and reads each of them, as JSON or as YAML.</summary>
internal static class ManifestText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Separator => "\n---"u8;

    public static void Read(ReadOnlyMemory<byte> text, ManifestFile file, ManifestCollector collector)
    {
        if (text.Span.StartsWith(ByteOrderMark))
        {
            text = text[ByteOrderMark.Length..];
        }

        var line = 1;
        var document = 0;
        while (!text.IsEmpty)
        {
            var end = EndOfDocument(text.Span);
            var chunk = text[..end];
            document += document > 0 || HasContent(chunk.Span) ? 1 : 0;
            if (HasContent(chunk.Span))
            {
                document = ReadDocument(chunk, new DocumentPlace(file, document, line), collector);
            }

            line += chunk.Span.Count((byte)'\n');
            text = text[end..];
        }
    }

    /// <summary>
    /// A line that begins with three dashes starts a document: that holds for YAML and, because a JSON text has no such line, for JSON.
    /// So a fault stays in its document.
    /// </summary>
    private static int EndOfDocument(ReadOnlySpan<byte> text)
    {
        for (var from = 0; text[from..].IndexOf(Separator) is var found and >= 0;)
        {
            var after = from + found + Separator.Length;
            if (after == text.Length || text[after] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t')
            {
                return from + found + 1;
            }

            from = after;
        }

        return text.Length;
    }

    /// <summary>Anything but blank lines, comments and the line of dashes.</summary>
    private static bool HasContent(ReadOnlySpan<byte> chunk)
    {
        foreach (var range in chunk.Split((byte)'\n'))
        {
            var row = chunk[range].Trim(" \t\r"u8);
            if (row.StartsWith("---"u8))
            {
                row = row[3..].TrimStart(" \t"u8);
            }

            if (!row.IsEmpty && row[0] != (byte)'#')
            {
                return true;
            }
        }

        return false;
    }

    private static int ReadDocument(ReadOnlyMemory<byte> chunk, DocumentPlace place, ManifestCollector collector)
    {
        if (!LooksLikeJson(chunk.Span))
        {
            return YamlDocuments.Read(chunk, place, collector);
        }

        try
        {
            return JsonDocuments.Read(chunk.Span, place, collector);
        }
        catch (JsonException json)
        {
            return FlowStyle(chunk, place, collector, json);
        }
    }

    /// <summary>Braces may be YAML in flow style. When they are neither, the fault is told as one of JSON.</summary>
    private static int FlowStyle(ReadOnlyMemory<byte> chunk, DocumentPlace place, ManifestCollector collector, JsonException fault)
    {
        if (!IsYaml(chunk))
        {
            var line = place.Line + (int)(fault.LineNumber ?? 0);
            collector.AddUnread((place with { Line = line }).Unread(fault.Message));
            return place.Document;
        }

        return YamlDocuments.Read(chunk, place, collector);
    }

    private static bool IsYaml(ReadOnlyMemory<byte> chunk)
    {
        try
        {
            var parser = YamlDocuments.ParserOf(chunk);
            while (parser.MoveNext())
            {
            }

            return true;
        }
        catch (YamlException)
        {
            return false;
        }
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> chunk)
    {
        var text = chunk.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("---"u8))
        {
            text = text[3..].TrimStart(" \t\r\n"u8);
        }

        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[';
    }
}
