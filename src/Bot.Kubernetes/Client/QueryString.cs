using System.Text;

namespace Bot.Kubernetes.Client;

/// <summary>Puts parameters behind a path; those without a value are left out.</summary>
internal static class QueryString
{
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return query.ToString();
    }
}
