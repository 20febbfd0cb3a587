using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>Writes JSON as Go's encoder does: text as it is, but <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> escaped.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, IndentSize = 2, NewLine = "\n" };

    public static byte[] Bytes(JsonNode node) => Escape(JsonSerializer.SerializeToUtf8Bytes(node, Compact));

    public static string Text(JsonNode node) => Encoding.UTF8.GetString(Bytes(node));

    public static byte[] Pretty(ReadOnlySpan<byte> json)
    {
        var node = JsonNode.Parse(json);
        return node is null ? json.ToArray() : Escape(JsonSerializer.SerializeToUtf8Bytes(node, Indented));
    }

    /// <summary>The three characters occur in JSON inside strings only, so they can be replaced in the bytes.</summary>
    private static byte[] Escape(byte[] json)
    {
        if (json.AsSpan().IndexOfAny((byte)'<', (byte)'>', (byte)'&') < 0)
        {
            return json;
        }

        var text = new StringBuilder(Encoding.UTF8.GetString(json));
        text.Replace("<", "\\u003c").Replace(">", "\\u003e").Replace("&", "\\u0026");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
