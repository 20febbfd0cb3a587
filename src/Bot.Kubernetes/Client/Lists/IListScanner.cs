namespace Bot.Kubernetes.Client.Lists;

/// <summary>Finds the items of a list in bytes as they arrive, each as one contiguous slice.</summary>
internal interface IListScanner
{
    string ResourceVersion { get; }

    /// <summary>Empty on the last page.</summary>
    string Continue { get; }

    /// <summary>True once the list has been seen to its end.</summary>
    bool IsComplete { get; }

    /// <summary>
    /// Goes as far as whole items go and says how many bytes need not be kept. What is left is shown again, with more behind it.
    /// Malformed input throws <see cref="InvalidDataException"/>.
    /// </summary>
    int Scan(ReadOnlyMemory<byte> bytes, bool isFinal, Action<ReadOnlyMemory<byte>> onItem);
}
