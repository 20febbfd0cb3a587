using System.Text.RegularExpressions;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>Tells a backup by its name, labels, image or container. What only clears old backups away is none.</summary>
internal static partial class Backups
{
    public static bool Is(ClusterObject item, PodTemplate? template) =>
        !Clears().IsMatch(item.Name)
        && (Says().IsMatch(item.Name)
            || item.Metadata.Labels.Any(label => IsMark(label.Key, label.Value))
            || (template is not null
                && (template.Labels.Any(label => IsMark(label.Key, label.Value))
                    || template.Containers.Any(container => Says().IsMatch(container.Name) || Says().IsMatch(Repository(container.Image))))));

    // A version may read 1.0-SNAPSHOT.
    private static bool IsMark(string key, string value) => !key.Contains("version", StringComparison.Ordinal) && (Says().IsMatch(key) || Says().IsMatch(value));

    private static string Repository(string image)
    {
        var name = image.Split('@')[0];
        var tag = name.LastIndexOf(':');
        return tag > name.LastIndexOf('/') ? name[..tag] : name;
    }

    [GeneratedRegex("backup|(^|[^a-z])((pg|mysql|mongo|db|sql|etcd)?_?dump(all)?|snapshot)s?([^a-z]|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Says();

    [GeneratedRegex("clean|prune|purge|expire|retention|delete", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Clears();
}
