using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>When a certificate ends: read from cert-manager, or seen by a probe of an address.</summary>
internal sealed record CertificateEnd(ClusterObject Source, DateTimeOffset NotAfter, string Host, bool IsUnused, ImmutableArray<ObjectRef> Users)
{
    public Certificate? Certificate => Source as Certificate;
}
