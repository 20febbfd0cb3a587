using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>
/// Notes the fields of one object that are of another type than its reader expected. A field is named only then,
/// by looking for it in the object: the way of a healthy object costs nothing. One per thread; used within one call.
/// </summary>
internal sealed class OddShapes
{
    private const int AtMost = 5;

    [ThreadStatic]
    private static OddShapes? mine;

    private readonly List<JsonElement> noted = [];

    public static void Begin() => mine?.noted.Clear();

    public static void Note(JsonElement element)
    {
        mine ??= new();
        if (mine.noted.Count < AtMost)
        {
            mine.noted.Add(element);
        }
    }

    public static ImmutableArray<OddField> End(JsonElement root) => mine is not { noted.Count: > 0 } shapes ? [] : shapes.Name(root);

    /// <summary>What stands there, in a word.</summary>
    public static string NameOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "map",
        JsonValueKind.Array => "list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "number",
        _ => "switch",
    };

    private ImmutableArray<OddField> Name(JsonElement root)
    {
        var found = noted.Select(element => new OddField(PathOf(root, element, "") ?? "", NameOf(element))).Distinct().OrderBy(field => field.Path, StringComparer.Ordinal).ToImmutableArray();
        noted.Clear();
        return found;
    }

    private static string? PathOf(JsonElement here, JsonElement wanted, string path)
    {
        if (IsSame(here, wanted))
        {
            return path;
        }

        switch (here.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in here.EnumerateObject())
                {
                    if (PathOf(property.Value, wanted, path.Length == 0 ? property.Name : $"{path}.{property.Name}") is { } inside)
                    {
                        return inside;
                    }
                }

                return null;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in here.EnumerateArray())
                {
                    if (PathOf(item, wanted, $"{path}[{index}]") is { } inside)
                    {
                        return inside;
                    }

                    index++;
                }

                return null;
            default:
                return null;
        }
    }

    // The same place in the same document, not the same content.
    private static bool IsSame(JsonElement one, JsonElement other) =>
        Unsafe.AreSame(ref MemoryMarshal.GetReference(JsonMarshal.GetRawUtf8Value(one)), ref MemoryMarshal.GetReference(JsonMarshal.GetRawUtf8Value(other)));
}
