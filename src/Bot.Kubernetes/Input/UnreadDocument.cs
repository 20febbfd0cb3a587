namespace Bot.Kubernetes.Input;

/// <summary>A document that could not be read, and why. Document and line count from 1; both are 0 when the file itself could not be read.</summary>
public sealed record UnreadDocument(string File, int Document, int Line, string Message);
