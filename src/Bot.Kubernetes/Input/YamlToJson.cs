using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Kubernetes.Input;

/// <summary>
/// Writes one YAML node as JSON, event by event. Anchors are replayed, merge keys (<c>&lt;&lt;</c>) are filled in,
/// keys become texts. What a replay may cost is bounded, so that nested aliases cannot fill the memory.
/// </summary>
internal sealed class YamlToJson(IParser parser, Utf8JsonWriter json)
{
    private const int MaxReplayed = 2_000_000;

    private readonly Dictionary<AnchorName, List<ParsingEvent>> anchors = [];
    private readonly List<(AnchorName Anchor, List<ParsingEvent> Events)> recording = [];
    private readonly Stack<IEnumerator<ParsingEvent>> replays = new();
    private int replayed;
    private int depth;

    public void WriteNode() => WriteNode(Take());

    private void WriteNode(ParsingEvent node)
    {
        if (++depth > JsonDocuments.MaxDepth - 2)
        {
            throw new YamlException(node.Start, node.End, $"The document is nested deeper than {JsonDocuments.MaxDepth} levels.");
        }

        switch (node)
        {
            case AnchorAlias alias:
                Replay(alias, () => WriteNode());
                break;
            case Scalar scalar:
                Recorded(scalar.Anchor, node, () => YamlScalar.Write(json, scalar));
                break;
            case SequenceStart sequence:
                Recorded(sequence.Anchor, node, WriteSequence);
                break;
            case MappingStart mapping:
                Recorded(mapping.Anchor, node, WriteMapping);
                break;
            default:
                throw new YamlException(node.Start, node.End, $"{node.GetType().Name} is not expected here.");
        }

        depth--;
    }

    private void WriteSequence()
    {
        json.WriteStartArray();
        for (var node = Take(); node is not SequenceEnd; node = Take())
        {
            WriteNode(node);
        }

        json.WriteEndArray();
    }

    private void WriteMapping()
    {
        json.WriteStartObject();
        WriteEntries([], fromMerge: false);
        json.WriteEndObject();
    }

    /// <summary>
    /// A key that stands in the mapping itself wins over a merged one, wherever the merge stands. A key that stands there twice
    /// is written twice: readers of JSON take the last, as kubectl does.
    /// </summary>
    private void WriteEntries(HashSet<string> written, bool fromMerge)
    {
        List<List<ParsingEvent>>? merges = null;
        for (var key = Take(); key is not MappingEnd; key = Take())
        {
            if (key is Scalar { Value: "<<", Style: ScalarStyle.Plain })
            {
                (merges ??= []).Add(Capture());
                continue;
            }

            var name = KeyOf(key);
            var isMergedTwice = !written.Add(name) && fromMerge;
            if (isMergedTwice)
            {
                Capture();
            }
            else
            {
                json.WritePropertyName(name);
                WriteNode();
            }
        }

        foreach (var merge in merges ?? [])
        {
            Replay(merge, () => Merge(Take(), written));
        }
    }

    private void Merge(ParsingEvent source, HashSet<string> written)
    {
        switch (source)
        {
            case AnchorAlias alias:
                Replay(alias, () => Merge(Take(), written));
                break;
            case MappingStart:
                WriteEntries(written, fromMerge: true);
                break;
            case SequenceStart:
                for (var item = Take(); item is not SequenceEnd; item = Take())
                {
                    Merge(item, written);
                }

                break;
            default:
                throw new YamlException(source.Start, source.End, "A merge key needs a mapping or a list of mappings.");
        }
    }

    private string KeyOf(ParsingEvent key) => key switch
    {
        Scalar scalar => KeyOf(scalar),
        AnchorAlias alias when anchors.TryGetValue(alias.Value, out var events) && events is [Scalar scalar] => KeyOf(scalar),
        _ => throw new YamlException(key.Start, key.End, "The key of a mapping must be a plain value."),
    };

    private string KeyOf(Scalar scalar)
    {
        Recorded(scalar.Anchor, scalar, static () => { });
        return YamlScalar.KeyOf(scalar);
    }

    /// <summary>The events of the next node, unwritten.</summary>
    private List<ParsingEvent> Capture()
    {
        var events = new List<ParsingEvent>();
        var level = 0;
        do
        {
            var next = Take();
            events.Add(next);
            level += next.NestingIncrease;
        }
        while (level > 0);
        return events;
    }

    private void Recorded(AnchorName anchor, ParsingEvent first, Action write)
    {
        if (anchor.IsEmpty || replays.Count > 0)
        {
            write();
            return;
        }

        var events = new List<ParsingEvent> { first };
        recording.Add((anchor, events));
        write();
        recording.RemoveAt(recording.Count - 1);
        anchors[anchor] = events;
    }

    private void Replay(AnchorAlias alias, Action write)
    {
        if (recording.Exists(open => open.Anchor == alias.Value))
        {
            throw new YamlException(alias.Start, alias.End, $"The anchor {alias.Value} contains itself.");
        }

        if (!anchors.TryGetValue(alias.Value, out var events))
        {
            throw new YamlException(alias.Start, alias.End, $"The anchor {alias.Value} is not defined.");
        }

        Replay(events, write);
    }

    private void Replay(List<ParsingEvent> events, Action write)
    {
        replays.Push(events.GetEnumerator());
        write();
        replays.Pop().Dispose();
    }

    private ParsingEvent Take()
    {
        if (replays.TryPeek(out var replay))
        {
            replay.MoveNext();
            var again = replay.Current;
            return ++replayed <= MaxReplayed ? again : throw new YamlException(again.Start, again.End, "The document repeats itself too often by aliases.");
        }

        var next = parser.Consume<ParsingEvent>();
        foreach (var (_, events) in recording)
        {
            events.Add(next);
        }

        return next;
    }
}
