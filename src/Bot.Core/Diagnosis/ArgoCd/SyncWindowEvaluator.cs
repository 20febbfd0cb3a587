using System.Collections.Immutable;
using System.IO.Enumeration;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Decides by the sync windows of a project whether an Application may sync, the way the controller does.</summary>
public static class SyncWindowEvaluator
{
    private const int MostStarts = 2000;

    private static readonly TimeSpan Horizon = TimeSpan.FromDays(8);

    /// <summary>The windows that speak of the Application. A window that names nothing speaks of none.</summary>
    public static ImmutableArray<SyncWindow> Matching(Application application, AppProject project) =>
        [.. project.SyncWindows.Where(window => Matches(window, application))];

    /// <summary>Deny beats allow; where only closed allow windows match, the answer is no. Manual syncs may pass windows that let them.</summary>
    public static SyncWindowVerdict Evaluate(ImmutableArray<SyncWindow> matching, DateTimeOffset now, bool manual)
    {
        var faulty = matching.FirstOrDefault(window => CronSchedule.Parse(window.Schedule) is null || GoDuration.Parse(window.Duration) is null);
        if (faulty is not null)
        {
            return new SyncWindowVerdict(false, $"schedule \"{faulty.Schedule}\", duration \"{faulty.Duration}\"");
        }

        var active = matching.Where(window => IsActive(window, now)).ToList();
        var denying = active.Where(window => window.Type == "deny").ToList();
        if (denying.Count > 0)
        {
            return new SyncWindowVerdict(manual && denying.TrueForAll(window => window.ManualSync));
        }

        var allowing = matching.Where(window => window.Type == "allow").ToList();
        return new SyncWindowVerdict(
            allowing.Count == 0 || active.Exists(window => window.Type == "allow") || (manual && allowing.TrueForAll(window => window.ManualSync)));
    }

    /// <summary>The first moment from now on at which a sync may run; null when there is none within eight days.</summary>
    public static DateTimeOffset? NextOpening(ImmutableArray<SyncWindow> matching, DateTimeOffset now, bool manual)
    {
        if (Evaluate(matching, now, manual) is { CanSync: true } or { Error: not null })
        {
            return Evaluate(matching, now, manual).CanSync ? now : null;
        }

        // The answer can change only where a window starts or ends; a window is open strictly after its start.
        return matching.SelectMany(window => Edges(window, now)).Where(edge => edge >= now).Distinct().Order()
            .Select(edge => (DateTimeOffset?)edge)
            .FirstOrDefault(edge => Evaluate(matching, edge!.Value.AddSeconds(1), manual).CanSync);
    }

    /// <summary>True strictly between the start and the end of the window, in the offset that its zone has now.</summary>
    public static bool IsActive(SyncWindow window, DateTimeOffset now)
    {
        var local = Local(window, now);
        return CronSchedule.Parse(window.Schedule) is { } schedule
            && GoDuration.Parse(window.Duration) is { } duration
            && schedule.Next(local - duration) is { } start
            && start < local;
    }

    private static IEnumerable<DateTimeOffset> Edges(SyncWindow window, DateTimeOffset now)
    {
        var duration = GoDuration.Parse(window.Duration)!.Value;
        var schedule = CronSchedule.Parse(window.Schedule)!;
        var local = Local(window, now);
        var offset = local - now.UtcDateTime;
        var at = schedule.Next(local - duration);
        for (var count = 0; count < MostStarts && at is { } start && start - local <= Horizon; count++)
        {
            yield return new DateTimeOffset(start - offset, TimeSpan.Zero);
            yield return new DateTimeOffset(start + duration - offset, TimeSpan.Zero);
            at = schedule.Next(start);
        }
    }

    private static DateTime Local(SyncWindow window, DateTimeOffset now) =>
        DateTime.SpecifyKind(now.UtcDateTime + Zone(window.TimeZone).GetUtcOffset(now), DateTimeKind.Unspecified);

    // A zone that nobody knows counts as UTC, as in the controller.
    private static TimeZoneInfo Zone(string name) =>
        name.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    private static bool Matches(SyncWindow window, Application application)
    {
        (ImmutableArray<string> Globs, string[] Values)[] lists =
        [
            (window.Applications, [application.Name]),
            (window.Namespaces, [application.Destination.Namespace]),
            (window.Clusters, [application.Destination.Name, application.Destination.Server]),
        ];
        var named = lists.Where(list => list.Globs.Length > 0).ToList();
        return named.Count > 0 && (window.AndOperator ? named.TrueForAll(Fits) : named.Exists(Fits));
    }

    private static bool Fits((ImmutableArray<string> Globs, string[] Values) list) =>
        list.Globs.Any(glob => Array.Exists(list.Values, value => value.Length > 0 && FileSystemName.MatchesSimpleExpression(glob, value, ignoreCase: false)));
}
