using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;

namespace Bot.Core.Environments;

/// <summary>What <c>status</c> answers for one environment, before it becomes a card or JSON.</summary>
public sealed record StatusReport
{
    /// <summary>Empty for a whole cluster.</summary>
    public required string Environment { get; init; }

    public required string Cluster { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Worst first.</summary>
    public required ImmutableArray<ApplicationRow> Applications { get; init; }

    /// <summary>Pods of the system namespaces that neither run well nor ended well.</summary>
    public required ImmutableArray<PodRow> Pods { get; init; }

    public required ImmutableArray<IngressRow> Ingresses { get; init; }

    public required ServiceHealth Services { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    public required ClusterDiagnosis Diagnosis { get; init; }

    public required ImmutableArray<KindReading> Sources { get; init; }

    /// <summary>Why the cluster cannot be seen at present; the rest is then as old as it says.</summary>
    public TextKey? Blind { get; init; }

    public IEnumerable<Finding> Roots => Findings.Where(finding => finding.IsRoot && finding.Mute is null);

    public IEnumerable<Finding> Muted => Findings.Where(finding => finding.Mute is not null);

    /// <summary>Kinds of which nothing is known, with the reason.</summary>
    public IEnumerable<KindReading> Gaps => Sources.Where(source => source.State is ReadingState.Forbidden or ReadingState.Failed or ReadingState.NotRead);

    /// <summary>Why nothing can be concluded from the absence of objects of a kind; null when it was read.</summary>
    public ReadingState? Unseen(string kind) =>
        (Sources.FirstOrDefault(source => source.Kind == kind)?.State ?? ReadingState.NotRead) is var state and (ReadingState.NotRead or ReadingState.Forbidden or ReadingState.Failed) ? state : null;

    public Severity? Worst => Findings.Where(finding => finding.Mute is null).Max(finding => (Severity?)finding.Severity);

    public Impact WorstImpact => Roots.Select(finding => finding.Impact).DefaultIfEmpty(Impact.None).Max();
}
