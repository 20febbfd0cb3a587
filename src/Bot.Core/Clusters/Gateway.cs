using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A Gateway of <c>gateway.networking.k8s.io</c>.</summary>
public sealed record Gateway : ClusterObject
{
    public override string Kind => "Gateway.gateway.networking.k8s.io";

    public string ClassName { get; init; } = "";

    public ImmutableArray<string> Addresses { get; init; } = [];

    /// <summary>Secrets of the listeners' certificates, in its own namespace unless said.</summary>
    public ImmutableArray<ObjectRef> Certificates { get; init; } = [];

    public ImmutableArray<Condition> Conditions { get; init; } = [];

    /// <summary>Conditions of the listeners; <c>Type</c> is prefixed with the listener's name and a colon.</summary>
    public ImmutableArray<Condition> ListenerConditions { get; init; } = [];
}
