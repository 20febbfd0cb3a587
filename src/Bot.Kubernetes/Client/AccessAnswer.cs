namespace Bot.Kubernetes.Client;

public sealed record AccessAnswer(bool Allowed, string Reason);
