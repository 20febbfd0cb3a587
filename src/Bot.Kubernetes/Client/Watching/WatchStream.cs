using System.Text.Json;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Client.Lists;
using Bot.Kubernetes.Client.Transport;

namespace Bot.Kubernetes.Client.Watching;

/// <summary>The body of one watch request: one JSON document a line. A rest without its newline was torn off and is dropped.</summary>
internal sealed class WatchStream(ApiAnswer answer, Stream body, Uri server) : IAsyncDisposable
{
    private const int FirstBuffer = 32 * 1024;
    private const int LongestLine = 64 * 1024 * 1024;

    private readonly ItemBuffer buffer = new(FirstBuffer);
    private int searched;

    public async ValueTask<WatchRead> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            int end;
            while ((end = buffer.Unread.Span[searched..].IndexOf((byte)'\n')) < 0)
            {
                searched = buffer.Unread.Length;
                if (searched > LongestLine)
                {
                    return new WatchRead(null, AnswerFailures.Cut(server, "an event has no end"));
                }

                if (!await buffer.FillAsync(body, cancellationToken))
                {
                    return WatchRead.End;
                }
            }

            var line = buffer.Unread[..(searched + end)];
            buffer.Consume(line.Length + 1);
            searched = 0;
            return new WatchRead(JsonDocument.Parse(line.ToArray(), JsonDepth.Options), null);
        }
        catch (JsonException problem)
        {
            return new WatchRead(null, AnswerFailures.Cut(server, problem.Message));
        }
        catch (Exception problem) when (TransportFailures.IsKnown(problem))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new WatchRead(null, TransportFailures.Of(server, problem, isRead: true));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await body.DisposeAsync();
        answer.Dispose();
        buffer.Dispose();
    }
}
