using System.Text.Json;

namespace Bot.Kubernetes.Client;

/// <summary>Custom resources may nest deeper than the 64 levels that .NET allows by itself.</summary>
internal static class JsonDepth
{
    public const int Limit = 512;

    public static JsonDocumentOptions Options => new() { MaxDepth = Limit };
}
