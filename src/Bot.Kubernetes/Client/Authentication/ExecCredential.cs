using System.Security.Cryptography;
using System.Text.Json;

namespace Bot.Kubernetes.Client.Authentication;

/// <summary>What a plugin printed: the credential and until when it is good.</summary>
internal sealed record ExecCredential(Credential Credential, DateTimeOffset? Expires)
{
    public static ApiResult<ExecCredential> Parse(ExecPlugin plugin, string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return Parse(plugin, document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException or CryptographicException or ArgumentException)
        {
            // The output may hold a token, so it is not quoted.
            return ExecFailures.BadOutput(plugin, problem is JsonException ? "it is not JSON" : problem.Message);
        }
    }

    private static ApiResult<ExecCredential> Parse(ExecPlugin plugin, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "kind") != "ExecCredential")
        {
            return ExecFailures.BadOutput(plugin, "its kind is not ExecCredential");
        }

        if (Text(root, "apiVersion") != plugin.ApiVersion)
        {
            return ExecFailures.BadOutput(plugin, $"apiVersion {plugin.ApiVersion} was asked for, {Text(root, "apiVersion")} came");
        }

        if (!root.TryGetProperty("status", out var status) || status.ValueKind != JsonValueKind.Object)
        {
            return ExecFailures.BadOutput(plugin, "it has no status");
        }

        var token = Text(status, "token");
        var certificate = Text(status, "clientCertificateData");
        var key = Text(status, "clientKeyData");
        if (token.Length == 0 && (certificate.Length == 0 || key.Length == 0))
        {
            return ExecFailures.BadOutput(plugin, "it has neither a token nor a certificate with its key");
        }

        if (token.Length > 0 && !Credential.IsToken(token))
        {
            return ExecFailures.BadOutput(plugin, "its token is not one word");
        }

        var client = certificate.Length == 0 ? null : ClientCertificate.FromPem(certificate, key);
        var credential = token.Length == 0 ? new Credential(header: null, client) : Credential.Bearer(token, client);
        DateTimeOffset? expires = Text(status, "expirationTimestamp") is { Length: > 0 } until ? DateTimeOffset.Parse(until) : null;
        return new ExecCredential(credential, expires);
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
