using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>One fault of one container, with the words that tell it.</summary>
internal sealed record PodCase(Pod Pod, ContainerStatus Status, PodFault Fault)
{
    /// <summary>Where the fault is one of the image: which.</summary>
    public ImageFault Image { get; init; }

    /// <summary>The message, line or text that tells the fault.</summary>
    public string Words { get; init; } = "";

    /// <summary>The field where <see cref="Words"/> stand.</summary>
    public string Field { get; init; } = "";

    /// <summary>The reasons of the scheduler that belong to the fault.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>The object where <see cref="Words"/> stand, when that is not the pod.</summary>
    public ObjectRef? Source { get; init; }

    public DateTimeOffset? At { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>How often it was seen.</summary>
    public int Count { get; init; }

    /// <summary>The name that <see cref="Words"/> contain: a key, a claim, a taint.</summary>
    public string Name { get; init; } = "";

    /// <summary>The object that <see cref="Words"/> name.</summary>
    public ObjectRef? Named { get; init; }

    public Dependency? Dependency { get; init; }

    public Evidence Told => new(Source ?? Pod.Ref, Field, Words) { At = At };

    public ContainerSpec? Spec => Pod.SpecOf(Status.Name);
}
