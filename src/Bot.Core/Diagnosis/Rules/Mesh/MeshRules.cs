using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Mesh;

/// <summary>The rules about the mesh, in the order in which they run.</summary>
internal static class MeshRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        new ControlPlaneDownRule(),
        new SidecarMissingRule(),
        new SidecarNotReadyRule(),
        new MtlsPlaintextClientRule(),
        new VirtualServiceHostMissingRule(),
        new VirtualServiceSubsetMissingRule(),
        new SidecarBlocksJobRule(),
    ];
}
