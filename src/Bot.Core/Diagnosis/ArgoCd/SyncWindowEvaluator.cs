using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Decides by the sync windows of a project whether an Application may sync, the way the controller does.</summary>
public static class SyncWindowEvaluator
{
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(8);

    /// <summary>The windows that speak of the Application. A window that names nothing speaks of none.</summary>
    public static ImmutableArray<SyncWindow> Matching(Application application, AppProject project) =>
        [.. project.SyncWindows.Where(window => Matches(window, application))];

    /// <summary>Deny beats allow; where only closed allow windows match, the answer is no. Manual syncs may pass windows that let them.</summary>
    public static SyncWindowVerdict Evaluate(ImmutableArray<SyncWindow> matching, DateTimeOffset now, bool manual)
    {
        var clocks = Clocks(matching, out var faulty);
        return faulty is null
            ? new SyncWindowVerdict(CanSync(clocks, now, manual))
            : new SyncWindowVerdict(false, $"schedule \"{faulty.Schedule}\", duration \"{faulty.Duration}\"");
    }

    /// <summary>The first moment from now on at which a sync may run; null when there is none within eight days.</summary>
    public static DateTimeOffset? NextOpening(ImmutableArray<SyncWindow> matching, DateTimeOffset now, bool manual)
    {
        var clocks = Clocks(matching, out var faulty);
        if (faulty is not null)
        {
            return null;
        }

        if (CanSync(clocks, now, manual))
        {
            return now;
        }

        // The answer can change only where a window starts or ends; a window is open strictly after its start.
        return clocks.SelectMany(pair => pair.Clock.Edges(now, now + Horizon)).Where(edge => edge >= now && edge < now + Horizon).Distinct().Order()
            .Select(edge => (DateTimeOffset?)edge)
            .FirstOrDefault(edge => CanSync(clocks, edge!.Value.AddSeconds(1), manual));
    }

    /// <summary>True strictly between the start and the end of the window, in the offset that its zone has now.</summary>
    public static bool IsActive(SyncWindow window, DateTimeOffset now) => WindowClock.Of(window) is { } clock && clock.IsActive(now);

    private static bool CanSync(ImmutableArray<(SyncWindow Window, WindowClock Clock)> clocks, DateTimeOffset now, bool manual)
    {
        var (denied, allowed, mayPass, isAllowWindow) = (false, false, true, false);
        foreach (var (window, clock) in clocks)
        {
            var active = clock.IsActive(now);
            if (window.Type == "deny" && active)
            {
                denied = true;
                mayPass &= window.ManualSync;
            }

            allowed |= window.Type == "allow" && active;
            isAllowWindow |= window.Type == "allow";
        }

        return denied ? manual && mayPass
            : allowed || !isAllowWindow
            || (manual && clocks.All(pair => pair.Window.Type != "allow" || pair.Window.ManualSync));
    }

    private static ImmutableArray<(SyncWindow Window, WindowClock Clock)> Clocks(ImmutableArray<SyncWindow> windows, out SyncWindow? faulty)
    {
        var clocks = windows.Select(window => (Window: window, Clock: WindowClock.Of(window))).ToList();
        faulty = clocks.Find(pair => pair.Clock is null).Window;
        return faulty is null ? [.. clocks!] : [];
    }

    // An empty namespace fits a star; of the destination only what is set is asked.
    private static bool Matches(SyncWindow window, Application application)
    {
        var destination = application.Destination;
        var byName = window.Applications.Any(glob => Glob.Matches(glob, application.Name));
        var byNamespace = window.Namespaces.Any(glob => Glob.Matches(glob, destination.Namespace));
        var byCluster = window.Clusters.Any(glob =>
            (destination.Name.Length > 0 && Glob.Matches(glob, destination.Name)) || (destination.Server.Length > 0 && Glob.Matches(glob, destination.Server)));
        return window.AndOperator
            ? window.Applications.Length + window.Namespaces.Length + window.Clusters.Length > 0
                && (byName || window.Applications.Length == 0)
                && (byNamespace || window.Namespaces.Length == 0)
                && (byCluster || window.Clusters.Length == 0)
            : byName || byNamespace || byCluster;
    }
}
