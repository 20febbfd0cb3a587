using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Bot.Core.Diagnosis.Versions;

/// <summary>The dated table of supported releases (<c>Diagnosis/Data/support.json</c>). It grows old with the program: its day is told with every finding.</summary>
internal sealed record SupportTable(DateOnly AsOf, ImmutableArray<ProductSupport> Products)
{
    public static SupportTable Default { get; } = Read();

    public ProductSupport this[string id] => Products.Single(product => product.Id == id);

    private static SupportTable Read()
    {
        using var stream = typeof(SupportTable).Assembly.GetManifestResourceStream("Data/support.json")!;
        using var document = JsonDocument.Parse(stream);
        return new SupportTable(Day(document.RootElement.GetProperty("asOf")), [.. document.RootElement.GetProperty("products").EnumerateArray().Select(Product)]);
    }

    private static ProductSupport Product(JsonElement product) => new(
        product.GetProperty("id").GetString()!,
        product.GetProperty("name").GetString()!,
        product.GetProperty("source").GetString()!,
        product.GetProperty("releases").EnumerateArray().ToImmutableSortedDictionary(
            release => MinorVersion.Parse(release.GetProperty("version").GetString()!)!.Value,
            release => release.GetProperty("supportedUntil") is { ValueKind: JsonValueKind.String } until ? Day(until) : (DateOnly?)null));

    private static DateOnly Day(JsonElement text) => DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
