using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>The last three lines of a container's last run and its termination message: what a person would read first.</summary>
internal static class LastWords
{
    private const int Lines = 3;

    public static string Of(PodCase found, ClusterSnapshot snapshot)
    {
        var lines = snapshot.All<LogExcerpt>()
            .Where(excerpt => excerpt.Namespace == found.Pod.Namespace && excerpt.Name == found.Pod.Name && excerpt.Container == found.Status.Name && !excerpt.Lines.IsEmpty)
            .OrderByDescending(excerpt => excerpt.Previous)
            .Select(excerpt => excerpt.Lines)
            .FirstOrDefault([]);
        return string.Join('\n', lines.TakeLast(Lines).Append(CrashFaults.LastExit(found.Status).Message).Where(text => text.Length > 0));
    }
}
