using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api;

/// <summary>What a request asks for, read from its method and path as the API server reads them.</summary>
internal sealed record ApiRequest
{
    public required string Path { get; init; }

    /// <summary>get, list, watch, create, update, patch, delete, deletecollection; for other paths the method in lower case.</summary>
    public required string Verb { get; init; }

    public string Group { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>The plural; empty when the path is not that of a resource.</summary>
    public string Resource { get; init; } = "";

    public string Subresource { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Name { get; init; } = "";

    public string FullResource => Subresource.Length == 0 ? Resource : Resource + "/" + Subresource;

    public static ApiRequest Read(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var method = request.Method;
        var plain = new ApiRequest { Path = path, Verb = method.ToLowerInvariant() };
        var (group, version, rest) = parts switch
        {
            ["api", var v, .. var tail] => ("", v, tail),
            ["apis", var g, var v, .. var tail] => (g, v, tail),
            _ => ("", "", []),
        };
        if (rest.Length == 0)
        {
            return plain;
        }

        var found = Address(rest) with { Path = path, Group = group, Version = version };
        return found with { Verb = VerbOf(method, found.Name.Length > 0, request.Query) };
    }

    private static ApiRequest Address(string[] rest)
    {
        var empty = new ApiRequest { Path = "", Verb = "" };
        return rest switch
        {
            ["namespaces", var name, ("status" or "finalize") and var sub] => empty with { Resource = "namespaces", Name = name, Namespace = name, Subresource = sub },
            ["namespaces", var name] => empty with { Resource = "namespaces", Name = name, Namespace = name },
            ["namespaces", var ns, var resource, var name, .. var sub] => empty with { Namespace = ns, Resource = resource, Name = name, Subresource = string.Join('/', sub) },
            ["namespaces", var ns, var resource] => empty with { Namespace = ns, Resource = resource },
            [var resource, var name, .. var sub] => empty with { Resource = resource, Name = name, Subresource = string.Join('/', sub) },
            [var resource] => empty with { Resource = resource },
            _ => empty,
        };
    }

    private static string VerbOf(string method, bool named, IQueryCollection query) => method switch
    {
        "GET" or "HEAD" when IsTrue(query["watch"].ToString()) && !named => "watch",
        "GET" or "HEAD" => named ? "get" : "list",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => named ? "delete" : "deletecollection",
        _ => method.ToLowerInvariant(),
    };

    internal static bool IsTrue(string value) => value is "1" or "true" or "True" or "TRUE" or "t" or "T";
}
