namespace Bot.Kubernetes.Client.Failures;

/// <summary>
/// The right that a 403 says is wanting. <see cref="Namespace"/> is null at cluster scope;
/// <see cref="Resource"/> may name a subresource (<c>pods/log</c>) or, for what is no resource, a path.
/// </summary>
public sealed record MissingRight(string User, string Verb, string Group, string Resource, string? Namespace, string? Name)
{
    /// <summary>True when the server saw nobody: our credentials were not sent.</summary>
    public bool IsAnonymous => User == "system:anonymous";
}
