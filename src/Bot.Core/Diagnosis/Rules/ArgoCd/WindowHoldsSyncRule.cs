using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A new commit waits: a sync window forbids the automatic sync. By design, unless the window can never be read or never opens.</summary>
internal sealed class WindowHoldsSyncRule() : DriftRule(RuleIds.ArgoCdWindowHoldsSync, Severity.Info.To(Severity.Warning), DriftKind.Window, "AppProject")
{
    private const int MostWindows = 3;

    // A freeze holds a thousand Applications by the same few windows: each set is decided once.
    public override IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var decided = new Dictionary<string, Decision>(StringComparer.Ordinal);
        return Drifts(snapshot, context).Select(drift => Describe(drift, snapshot, context, decided)).OfType<Finding>();
    }

    protected override Finding? Describe(Drift drift, ClusterSnapshot snapshot, DiagnosisContext context) => Describe(drift, snapshot, context, []);

    private Finding? Describe(Drift drift, ClusterSnapshot snapshot, DiagnosisContext context, Dictionary<string, Decision> decided)
    {
        var name = drift.App.Project.Length > 0 ? drift.App.Project : "default";
        if (snapshot.Find<AppProject>("AppProject", context.ArgoCdNamespace, name) is not { SyncWindows.Length: > 0 } project)
        {
            return null;
        }

        var windows = SyncWindowEvaluator.Matching(drift.App, project);
        var key = $"{project.Name} {string.Join(',', windows.Select(window => project.SyncWindows.IndexOf(window)))}";
        if (!decided.TryGetValue(key, out var decision))
        {
            decided[key] = decision = Decision.Of(windows, context.Now);
        }

        var (verdict, opens, byHand) = decision;
        if (verdict.CanSync)
        {
            return null;
        }

        var start = Start(drift, verdict.Error is null ? Severity.Info : Severity.Warning, drift.Differing);
        return start with
        {
            Variant = verdict.Error is not null ? "broken" : opens is null ? "closed" : byHand ? "manual" : "",
            Facts = start.Facts.AddRange(new Dictionary<string, object>
            {
                ["project"] = project.Name,
                ["opens"] = opens is { } moment ? moment : "",
            }),
            Evidence =
            [
                .. start.Evidence.Take(1),
                .. windows.Take(MostWindows).Select(window => new Evidence(project.Ref, "spec.syncWindows[]", $"{window.Type} {window.Schedule} {window.Duration} {window.TimeZone}".TrimEnd())),
            ],
            BlocksDelivery = verdict.Error is not null,
            Command = $"argocd proj windows list {project.Name}",
        };
    }

    private sealed record Decision(SyncWindowVerdict Verdict, DateTimeOffset? Opens, bool ByHand)
    {
        public static Decision Of(ImmutableArray<SyncWindow> windows, DateTimeOffset now)
        {
            var verdict = SyncWindowEvaluator.Evaluate(windows, now, manual: false);
            return verdict.CanSync
                ? new Decision(verdict, now, ByHand: true)
                : new Decision(verdict, SyncWindowEvaluator.NextOpening(windows, now, manual: false), SyncWindowEvaluator.Evaluate(windows, now, manual: true).CanSync);
        }
    }
}
