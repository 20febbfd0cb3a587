using System.Threading.Channels;

namespace Bot.Core.Remediation;

/// <summary>Approved requests on their way to the runner. What is in it when the program ends is found again in the store.</summary>
public sealed class ExecutionQueue
{
    private readonly Channel<string> channel = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    public void Enqueue(string requestId) => channel.Writer.TryWrite(requestId);

    public IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellationToken) => channel.Reader.ReadAllAsync(cancellationToken);
}
