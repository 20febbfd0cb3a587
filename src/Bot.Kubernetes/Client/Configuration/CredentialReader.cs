using System.Net.Http.Headers;
using System.Text;
using Bot.Kubernetes.Client.Authentication;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>Chooses how a kubeconfig user logs in: token file, token, plugin, password, and a certificate beside or alone.</summary>
internal sealed class CredentialReader(TimeProvider clock, bool hasTerminal)
{
    public ApiResult<ICredentialSource> Read(string name, KubeconfigSection user, KubeconfigSection cluster)
    {
        if (user.Section("auth-provider") is { } removed)
        {
            return ConfigurationFailures.AuthProvider(name, removed.Text("name") ?? "");
        }

        var certificate = PemFiles.ClientCertificate(user);
        if (!certificate.IsSuccess)
        {
            return certificate.Failure;
        }

        if (user.FilePath("tokenFile") is { } tokenFile)
        {
            return new TokenFileCredentialSource(tokenFile, user.Text("token"), certificate.Value, clock);
        }

        if (user.Text("token") is { } token)
        {
            return Credential.IsToken(token)
                ? Static(new AuthenticationHeaderValue("Bearer", token), user)
                : ConfigurationFailures.BadToken(name, user.File);
        }

        if (user.Section("exec") is { } exec)
        {
            return ExecReader.Read(name, exec, cluster).Map<ICredentialSource>(plugin => new ExecCredentialSource(plugin, clock, hasTerminal));
        }

        return Static(user.Text("username") is { } username ? Basic(username, user.Text("password") ?? "") : null, user);
    }

    // The certificate is read again when it is refused: somebody may have renewed the file.
    private static StaticCredentialSource Static(AuthenticationHeaderValue? header, KubeconfigSection user) =>
        new(header, () => PemFiles.ClientCertificate(user));

    private static AuthenticationHeaderValue Basic(string username, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}")));
}
