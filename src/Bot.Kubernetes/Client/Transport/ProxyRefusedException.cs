namespace Bot.Kubernetes.Client.Transport;

internal sealed class ProxyRefusedException(string message) : Exception(message);
