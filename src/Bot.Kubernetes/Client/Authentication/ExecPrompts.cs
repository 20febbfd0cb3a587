namespace Bot.Kubernetes.Client.Authentication;

/// <summary><c>interactiveMode</c> of an exec entry.</summary>
public enum ExecPrompts
{
    Never,
    IfAvailable,
    Always,
}
