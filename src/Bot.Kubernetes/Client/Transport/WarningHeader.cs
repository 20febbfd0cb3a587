using System.Text;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>Reads <c>Warning: 299 - "text"</c>; several may stand in one header.</summary>
internal static class WarningHeader
{
    public static IReadOnlyList<string> Of(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Warning", out var values) ? [.. values.SelectMany(Texts)] : [];

    private static IEnumerable<string> Texts(string header)
    {
        StringBuilder? text = null;
        for (var index = 0; index < header.Length; index++)
        {
            var character = header[index];
            if (text is null)
            {
                text = character == '"' ? new StringBuilder() : null;
            }
            else if (character == '\\' && index + 1 < header.Length)
            {
                text.Append(header[++index]);
            }
            else if (character == '"')
            {
                yield return text.ToString();
                text = null;
            }
            else
            {
                text.Append(character);
            }
        }
    }
}
