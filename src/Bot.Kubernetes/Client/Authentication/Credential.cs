using System.Net.Http.Headers;

namespace Bot.Kubernetes.Client.Authentication;

/// <summary>What is shown to the server: a header, a certificate, both or nothing. A secret: it is never printed.</summary>
public sealed class Credential(AuthenticationHeaderValue? header, ClientCertificate? certificate) : IEquatable<Credential>
{
    public static Credential None { get; } = new(header: null, certificate: null);

    public AuthenticationHeaderValue? Header => header;

    public ClientCertificate? Certificate => certificate;

    public static Credential Bearer(string token, ClientCertificate? certificate = null) =>
        new(new AuthenticationHeaderValue("Bearer", token), certificate);

    /// <summary>Whether a text can be sent as a token at all: one word.</summary>
    public static bool IsToken(string text) => text.Length > 0 && text.All(character => character is > ' ' and < '\x7f');

    public bool Equals(Credential? other) =>
        other is not null && Equals(header, other.Header) && certificate?.Thumbprint == other.Certificate?.Thumbprint;

    public override bool Equals(object? obj) => Equals(obj as Credential);

    public override int GetHashCode() => HashCode.Combine(header, certificate?.Thumbprint);

    public override string ToString() => "credential";
}
