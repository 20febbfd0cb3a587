using System.Buffers;
using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Kubernetes.Input;

/// <summary>Turns YAML documents into JSON and hands them to the one reader that there is.</summary>
internal static class YamlDocuments
{
    /// <summary>Returns the number of the last document (a chunk holds several where one ends with <c>...</c>).</summary>
    public static int Read(ReadOnlyMemory<byte> chunk, DocumentPlace place, ManifestCollector collector)
    {
        try
        {
            var parser = ParserOf(chunk);
            parser.Consume<StreamStart>();
            for (var first = true; !parser.TryConsume<StreamEnd>(out _); first = false)
            {
                place = first ? place : place with { Document = place.Document + 1 };
                ReadDocument(parser, place, collector);
            }
        }
        catch (YamlException exception)
        {
            var line = place.Line + (int)Math.Max(0, exception.Start.Line - 1);
            collector.AddUnread((place with { Line = line }).Unread(exception.Message));
        }

        return place.Document;
    }

    public static IParser ParserOf(ReadOnlyMemory<byte> chunk) => new GuardedParser(new Parser(new StreamReader(new ReadOnlyStream(chunk), Encoding.UTF8)));

    private static void ReadDocument(IParser parser, DocumentPlace place, ManifestCollector collector)
    {
        parser.Consume<DocumentStart>();
        var start = parser.Current!.Start;
        place = place with { Line = place.Line + (int)Math.Max(0, start.Line - 1) };
        var json = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { SkipValidation = true }))
        {
            new YamlToJson(parser, writer).WriteNode();
        }

        parser.Consume<DocumentEnd>();
        if (!json.WrittenSpan.SequenceEqual("null"u8))
        {
            JsonDocuments.Read(json.WrittenSpan, place, collector);
        }
    }
}
