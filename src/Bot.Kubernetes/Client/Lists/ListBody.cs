namespace Bot.Kubernetes.Client.Lists;

/// <summary>Feeds a stream to a scanner.</summary>
internal static class ListBody
{
    private const int FirstBuffer = 128 * 1024;

    public static async Task ReadAsync(Stream body, IListScanner scanner, Action<ReadOnlyMemory<byte>> onItem, CancellationToken cancellationToken)
    {
        using var buffer = new ItemBuffer(FirstBuffer);
        var worthScanning = 1;
        while (await buffer.FillAsync(body, cancellationToken))
        {
            if (buffer.Unread.Length < worthScanning)
            {
                continue;
            }

            buffer.Consume(scanner.Scan(buffer.Unread, isFinal: false, onItem));

            // An item that is not complete is scanned from its start again: not before the rest has doubled, or one long item costs its square.
            worthScanning = buffer.Unread.Length * 2;
        }

        buffer.Consume(scanner.Scan(buffer.Unread, isFinal: true, onItem));
        if (!scanner.IsComplete)
        {
            throw new InvalidDataException("The list ends in the middle.");
        }
    }
}
