using System.Buffers.Binary;
using Bot.Core.Approval;

namespace Bot.Core.Tests.Approval;

internal sealed class CountedIds : IRequestIds
{
    private int last;

    public string Next()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Interlocked.Increment(ref last));
        return Base32.Encode(bytes);
    }
}
