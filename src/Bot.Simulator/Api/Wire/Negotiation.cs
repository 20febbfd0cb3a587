namespace Bot.Simulator.Api.Wire;

/// <summary>Reads the Accept header: the first clause that can be served wins.</summary>
internal static class Negotiation
{
    public static MediaForm Choose(string accept)
    {
        if (accept.Length == 0)
        {
            return MediaForm.Json;
        }

        foreach (var clause in accept.Split(','))
        {
            var (type, parameters) = Parse(clause);
            if (type is not ("application/json" or "*/*" or "application/*"))
            {
                continue;
            }

            var form = parameters.GetValueOrDefault("as") switch
            {
                null => MediaForm.Json,
                "Table" when parameters.GetValueOrDefault("g") == "meta.k8s.io" => MediaForm.Table,
                "PartialObjectMetadata" or "PartialObjectMetadataList" when parameters.GetValueOrDefault("g") == "meta.k8s.io" => MediaForm.Metadata,
                _ => MediaForm.None,
            };
            if (form != MediaForm.None)
            {
                return form;
            }
        }

        return MediaForm.None;
    }

    /// <summary>The version of aggregated discovery that is asked for first, or null.</summary>
    public static string? DiscoveryVersion(string accept)
    {
        foreach (var clause in accept.Split(','))
        {
            var (type, parameters) = Parse(clause);
            if (type == "application/json" && parameters.GetValueOrDefault("g") == "apidiscovery.k8s.io" && parameters.GetValueOrDefault("as") == "APIGroupDiscoveryList")
            {
                var version = parameters.GetValueOrDefault("v");
                return version is "v2" or "v2beta1" ? version : null;
            }

            if (type is "application/json" or "*/*")
            {
                return null;
            }
        }

        return null;
    }

    private static (string Type, Dictionary<string, string> Parameters) Parse(string clause)
    {
        var parts = clause.Split(';', StringSplitOptions.TrimEntries);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            var at = part.IndexOf('=');
            if (at > 0)
            {
                parameters[part[..at]] = part[(at + 1)..];
            }
        }

        return (parts[0], parameters);
    }
}
