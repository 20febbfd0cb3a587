using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Recognises the words of a full disk. A limit of the kernel on watched files is told with the same error number and is something else.</summary>
public static partial class DiskFullText
{
    public static bool IsIn(string line) =>
        (line.Contains("space", StringComparison.OrdinalIgnoreCase) || line.Contains("ENOSPC", StringComparison.Ordinal) || line.Contains("errno 28", StringComparison.OrdinalIgnoreCase)
            || line.Contains("disk", StringComparison.OrdinalIgnoreCase))
        && Full().IsMatch(line)
        && !OtherLimit().IsMatch(line);

    [GeneratedRegex(@"no space left on device|\bENOSPC\b|errno:? 28\b|not enough (?:free )?space on|disk (?:is )?full|flood stage disk watermark", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Full();

    [GeneratedRegex(@"inotify|fsnotify|file watchers|cgroup", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherLimit();
}
