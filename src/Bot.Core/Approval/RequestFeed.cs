using Microsoft.Extensions.Logging;

namespace Bot.Core.Approval;

/// <summary>Tells listeners of every saved change, in order, on a pool thread: whoever saves is never held up by whoever listens.</summary>
public sealed partial class RequestFeed(ILogger<RequestFeed> logger)
{
    private readonly Lock gate = new();
    private readonly Queue<ApprovalRequest> waiting = new();
    private Action<ApprovalRequest>[] listeners = [];
    private bool draining;

    public IDisposable Subscribe(Action<ApprovalRequest> listener)
    {
        lock (gate)
        {
            listeners = [.. listeners, listener];
        }

        return new Subscription(this, listener);
    }

    public void Publish(ApprovalRequest request)
    {
        lock (gate)
        {
            waiting.Enqueue(request);
            if (draining)
            {
                return;
            }

            draining = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static feed => feed.Drain(), this, preferLocal: false);
    }

    private void Drain()
    {
        while (true)
        {
            ApprovalRequest request;
            Action<ApprovalRequest>[] told;
            lock (gate)
            {
                if (!waiting.TryDequeue(out request!))
                {
                    draining = false;
                    return;
                }

                told = listeners;
            }

            foreach (var listener in told)
            {
                Tell(listener, request);
            }
        }
    }

    private void Tell(Action<ApprovalRequest> listener, ApprovalRequest request)
    {
        try
        {
            listener(request);
        }
#pragma warning disable CA1031 // a listener's fault must not keep the others from hearing
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.ListenerFailed(logger, request.Id, fault);
        }
    }

    private void Remove(Action<ApprovalRequest> listener)
    {
        lock (gate)
        {
            var index = Array.IndexOf(listeners, listener);
            if (index >= 0)
            {
                listeners = [.. listeners[..index], .. listeners[(index + 1)..]];
            }
        }
    }

    private sealed class Subscription(RequestFeed feed, Action<ApprovalRequest> listener) : IDisposable
    {
        public void Dispose() => feed.Remove(listener);
    }

    private static partial class Log
    {
        [LoggerMessage(4000, LogLevel.Error, "A listener failed on request {RequestId}.")]
        public static partial void ListenerFailed(ILogger logger, string requestId, Exception fault);
    }
}
