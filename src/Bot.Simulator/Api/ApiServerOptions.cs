using Bot.Simulator.Api.Access;

namespace Bot.Simulator.Api;

/// <summary>How the simulated API server listens, and for whom.</summary>
public sealed record ApiServerOptions
{
    /// <summary>TLS with a certificate authority of its own; default true. Plain HTTP is for tests.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>The port on 127.0.0.1; default 0, any free one.</summary>
    public int Port { get; init; }

    /// <summary>Who may call, each by a bearer token.</summary>
    public IReadOnlyList<ApiUser> Users { get; init; } = [];
}
