using System.Buffers;

namespace Bot.Kubernetes.Client.Lists;

/// <summary>Rented memory between a stream and what reads from it: holds what is not consumed yet and grows when one item needs more.</summary>
internal sealed class ItemBuffer(int size) : IDisposable
{
    private byte[] memory = ArrayPool<byte>.Shared.Rent(size);
    private int start;
    private int end;

    public ReadOnlyMemory<byte> Unread => memory.AsMemory(start, end - start);

    public void Consume(int count) => start += count;

    /// <summary>Reads more behind what is unread; false at the end of the stream.</summary>
    public async ValueTask<bool> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await stream.ReadAsync(memory.AsMemory(end), cancellationToken);
        end += read;
        return read > 0;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(memory);

    private void MakeRoom()
    {
        if (start == end)
        {
            start = end = 0;
        }

        if (end < memory.Length)
        {
            return;
        }

        var unread = Unread;
        if (start >= memory.Length / 2)
        {
            unread.CopyTo(memory);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent(memory.Length * 2);
            unread.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(memory);
            memory = larger;
        }

        start = 0;
        end = unread.Length;
    }
}
