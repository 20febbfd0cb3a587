using System.Collections.Immutable;

namespace Bot.Kubernetes.Observing;

/// <summary>Where to look.</summary>
/// <param name="Namespaces">The namespaces that are read one by one where a kind may not be listed in the whole cluster. Empty: then such a kind is a gap.</param>
/// <param name="ArgoCdNamespace">Where the few Secrets stand that rules ask for by name.</param>
public sealed record ObservationScope(ImmutableArray<string> Namespaces, string ArgoCdNamespace)
{
    public static readonly ObservationScope Default = new([], "argocd");
}
