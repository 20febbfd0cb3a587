using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;

namespace Bot.Core.Muting;

/// <summary>
/// Marks the findings that are muted. They stay in the diagnosis, with reason and end, but count no more. What stands under a muted root and is
/// not muted itself becomes a root: a mute never hides more than it names.
/// </summary>
public sealed class MuteBook(ImmutableArray<Mute> mutes)
{
    public static MuteBook Empty { get; } = new([]);

    public ClusterDiagnosis Apply(ClusterDiagnosis diagnosis, Func<IReadOnlyList<EnvironmentScope>> environments)
    {
        if (mutes.Length == 0)
        {
            return diagnosis;
        }

        var scopes = mutes.Any(mute => mute.Environment.Length > 0) ? environments() : [];
        var running = mutes.Where(mute => !mute.HasEnded(diagnosis.Now)).ToArray();
        var marked = diagnosis.Findings.Select(finding => Array.Find(running, mute => Fits(mute, finding, scopes)) is { } found ? finding with { Mute = found } : finding).ToImmutableArray();
        return diagnosis with
        {
            Findings = WithRoots(marked),
            EndedMutes = [.. mutes.Where(mute => mute.HasEnded(diagnosis.Now))],
        };
    }

    private static ImmutableArray<Finding> WithRoots(ImmutableArray<Finding> findings)
    {
        var told = findings.Where(finding => finding.Mute is null).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return [.. findings.Select(finding => !finding.IsRoot && finding.Mute is null && !finding.CausedBy.Any(told.Contains) ? finding with { IsRoot = true } : finding)];
    }

    private static bool Fits(Mute mute, Finding finding, IReadOnlyList<EnvironmentScope> scopes) =>
        mute.Rule == finding.Rule
        && (mute.Namespace.Length == 0 || mute.Namespace == finding.Subject.Namespace || (finding.Subject.Kind == "Namespace" && mute.Namespace == finding.Subject.Name))
        && (mute.Object.Length == 0 || IsNamed(mute.Object, finding.Subject) || IsNamed(mute.Object, finding.TopOwner))
        && (mute.Environment.Length == 0 || scopes.Any(scope => scope.Name == mute.Environment && (scope.Contains(finding.Subject) || scope.Contains(finding.TopOwner))));

    private static bool IsNamed(string name, ObjectRef reference) => name == reference.Name || name == $"{reference.Kind}/{reference.Name}";
}
