using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>One port of an Istio Gateway. <c>CredentialName</c> names the Secret of the certificate, in the namespace of the gateway's pods.</summary>
public sealed record IstioServer(int Port, string Protocol, ImmutableArray<string> Hosts, string TlsMode, string CredentialName);
