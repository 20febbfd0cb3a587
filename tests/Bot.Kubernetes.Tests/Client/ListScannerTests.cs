using System.Text;
using System.Text.Json;
using Bot.Kubernetes.Client.Lists;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Kubernetes.Tests.Client;

public sealed class ListScannerTests
{
    private const string List = """
        {"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"593","continue":"abc","nested":{"items":[1]}},
         "items":[{"metadata":{"name":"a","labels":{"items":"x\"]}"}}},{"n":[{"deep":[[1,2],{"metadata":1}]}]},{},{"t":"안녕 \u00e9 🙂"}],"other":[{"no":1}],"last":1.5e3}

        """;

    [Fact]
    public void Finds_the_same_items_wherever_the_stream_is_cut() =>
        Prop.ForAll(Cuts(Encoding.UTF8.GetByteCount(List)), cuts =>
        {
            var scanner = new JsonListScanner();
            var items = Scan(scanner, Encoding.UTF8.GetBytes(List), cuts);

            return items.Select(item => Encoding.UTF8.GetString(item)).SequenceEqual(
                ["""{"metadata":{"name":"a","labels":{"items":"x\"]}"}}}""", """{"n":[{"deep":[[1,2],{"metadata":1}]}]}""", "{}", """{"t":"안녕 \u00e9 🙂"}"""])
                && scanner is { ResourceVersion: "593", Continue: "abc", IsComplete: true };
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Finds_protobuf_items_wherever_the_stream_is_cut()
    {
        var bytes = ProtobufList(Enumerable.Range(1, 4).Select(length => new byte[length * 70]));

        Prop.ForAll(Cuts(bytes.Length), cuts =>
        {
            var scanner = new ProtobufListScanner();
            var items = Scan(scanner, bytes, cuts);

            return items.Select(item => item.Length).SequenceEqual([70, 140, 210, 280]) && scanner is { ResourceVersion: "593", Continue: "abc", IsComplete: true };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sees_when_a_list_ends_in_the_middle()
    {
        var json = Encoding.UTF8.GetBytes(List);
        var protobuf = ProtobufList([new byte[20], new byte[20]]);

        foreach (var length in Enumerable.Range(0, Encoding.UTF8.GetByteCount(List.TrimEnd())))
        {
            Ends(new JsonListScanner(), json[..length]).ShouldBeFalse($"cut at {length}");
        }

        foreach (var length in Enumerable.Range(0, protobuf.Length - 2))
        {
            Ends(new ProtobufListScanner(), protobuf[..length]).ShouldBeFalse($"cut at {length}");
        }
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("{\"items\":[}")]
    [InlineData("hello")]
    public void Refuses_what_is_no_list(string text) =>
        Should.Throw<InvalidDataException>(() => new JsonListScanner().Scan(Encoding.UTF8.GetBytes(text), isFinal: true, _ => { }));

    [Fact]
    public void Takes_items_null_for_none()
    {
        var scanner = new JsonListScanner();

        scanner.Scan("""{"items":null,"metadata":{"resourceVersion":"5"}}"""u8.ToArray(), isFinal: true, _ => throw new InvalidOperationException());

        scanner.IsComplete.ShouldBeTrue();
        scanner.ResourceVersion.ShouldBe("5");
    }

    [Fact]
    public async Task Hands_items_over_before_the_list_has_ended()
    {
        using var body = new StepStream("""{"metadata":{"resourceVersion":"1"},"items":[{"a":1},""", """{"a":2}]}""");
        var seen = new List<string>();

        var reading = ListBody.ReadAsync(body, new JsonListScanner(), item => seen.Add(Encoding.UTF8.GetString(item.Span)), The.Patience);
        seen.ShouldBe(["{\"a\":1}"]);
        body.GoOn();
        await reading;

        seen.ShouldBe(["{\"a\":1}", "{\"a\":2}"]);
    }

    [Fact]
    public async Task Reads_an_item_that_is_larger_than_its_buffer()
    {
        var large = JsonSerializer.Serialize(new { data = new string('x', 3_000_000) });
        using var body = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"metadata":{},"items":[{"a":1},{{large}},{"a":2}]}"""));
        var lengths = new List<int>();

        await ListBody.ReadAsync(body, new JsonListScanner(), item => lengths.Add(item.Length), The.Patience);

        lengths.ShouldBe([7, large.Length, 7]);
    }

    internal static byte[] ProtobufList(IEnumerable<byte[]> items)
    {
        byte[] metadata = [.. Field(2, "593"u8.ToArray()), .. Field(3, "abc"u8.ToArray())];
        byte[] raw = [.. Field(1, metadata), .. items.SelectMany(item => Field(2, item))];
        return [.. "k8s\0"u8, .. Field(1, [.. Field(1, "v1"u8.ToArray()), .. Field(2, "PodList"u8.ToArray())]), .. Field(2, raw), .. Field(3, [])];
    }

    internal static byte[] Field(int number, byte[] value)
    {
        var head = new List<byte> { (byte)((number << 3) | 2) };
        var length = value.Length;
        for (; length >= 0x80; length >>= 7)
        {
            head.Add((byte)(length | 0x80));
        }

        return [.. head, (byte)length, .. value];
    }

    private static Arbitrary<int[]> Cuts(int length) => Gen.ArrayOf(Gen.Choose(0, length)).ToArbitrary();

    private static bool Ends(IListScanner scanner, byte[] bytes)
    {
        try
        {
            var taken = scanner.Scan(bytes, isFinal: false, _ => { });
            scanner.Scan(bytes.AsMemory(taken), isFinal: true, _ => { });
            return scanner.IsComplete;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static List<byte[]> Scan(IListScanner scanner, byte[] bytes, int[] cuts)
    {
        var items = new List<byte[]>();
        var start = 0;
        foreach (var cut in cuts.Append(bytes.Length).Order())
        {
            start += scanner.Scan(bytes.AsMemory(start..cut), isFinal: false, item => items.Add(item.ToArray()));
        }

        scanner.Scan(bytes.AsMemory(start), isFinal: true, item => items.Add(item.ToArray()));
        return items;
    }

    private sealed class StepStream(params string[] parts) : MemoryStream
    {
        private readonly TaskCompletionSource goOn = new();
        private int next;

        public void GoOn() => goOn.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (next == 1)
            {
                await goOn.Task;
            }

            var part = next < parts.Length ? Encoding.UTF8.GetBytes(parts[next]) : [];
            next++;
            part.CopyTo(buffer);
            return part.Length;
        }
    }
}
