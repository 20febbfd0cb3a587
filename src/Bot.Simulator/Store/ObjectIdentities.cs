namespace Bot.Simulator.Store;

/// <summary>Makes uids and the tails of generated names.</summary>
internal sealed class ObjectIdentities(int seed)
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public string Uid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (gate)
        {
            random.NextBytes(bytes);
        }

        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    public string NameTail()
    {
        lock (gate)
        {
            return string.Create(5, random, static (tail, random) =>
            {
                for (var i = 0; i < tail.Length; i++)
                {
                    tail[i] = Alphabet[random.Next(Alphabet.Length)];
                }
            });
        }
    }
}
