namespace Bot.Kubernetes.Client;

/// <summary>One object of the API, or a subresource of it (<c>scale</c>, <c>finalize</c>, <c>eviction</c>).</summary>
public sealed record ApiTarget(ApiResource Resource, string? Namespace, string Name, string? Subresource = null)
{
    public string Path => Resource.PathOf(Namespace, Name, Subresource);

    /// <summary>The resource as rights name it: <c>deployments.apps/scale</c>.</summary>
    public string What => Subresource is null ? Resource.ToString() : $"{Resource}/{Subresource}";

    public override string ToString() => $"{Resource.Kind}/{Namespace}/{Name}" + (Subresource is null ? "" : $"/{Subresource}");
}
