namespace Bot.Benchmarks.Reading;

/// <summary>The bytes of an answer, and how many megabytes of them a real API server sends in a second.</summary>
internal readonly record struct PacedAnswer(ReadOnlyMemory<byte> Bytes, int MegabytesPerSecond);
