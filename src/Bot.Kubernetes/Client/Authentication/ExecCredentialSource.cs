using System.Diagnostics.CodeAnalysis;

namespace Bot.Kubernetes.Client.Authentication;

/// <summary>Credentials from a plugin: run once, kept until they expire or the server refuses them.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle is never asked for holds nothing to dispose.")]
public sealed class ExecCredentialSource(ExecPlugin plugin, TimeProvider clock, bool hasTerminal) : ICredentialSource
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ExecRunner runner = new(clock, hasTerminal);
    private ExecCredential? current;

    public async Task<ApiResult<Credential>> GetAsync(Credential? rejected, CancellationToken cancellationToken)
    {
        // Calls that come together share one run of the plugin.
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (current is not null && !current.Credential.Equals(rejected) && !IsExpired(current))
            {
                return current.Credential;
            }

            var output = await runner.RunAsync(plugin, cancellationToken);
            var parsed = output.IsSuccess ? ExecCredential.Parse(plugin, output.Value) : output.Failure;
            current = parsed.IsSuccess ? parsed.Value : null;
            return parsed.Map(fresh => fresh.Credential);
        }
        finally
        {
            gate.Release();
        }
    }

    private bool IsExpired(ExecCredential credential) => credential.Expires is { } until && clock.GetUtcNow() >= until;
}
