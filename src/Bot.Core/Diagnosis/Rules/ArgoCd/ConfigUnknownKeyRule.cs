using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Diagnosis.Versions;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A ConfigMap of Argo CD holds a key that no release reads there: a slip of the pen, or a key of the other ConfigMap.</summary>
internal sealed class ConfigUnknownKeyRule : IDiagnosticRule
{
    private const int MostEvidence = 4;

    private static readonly string[] Maps = ["argocd-cm", "argocd-cmd-params-cm"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdConfigUnknownKey, Severity.Info, ["ConfigMap", "StatefulSet", "Deployment"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        // A release newer than the table may read what the table does not know; what stands in the wrong map or looks like another key is still wrong.
        var isNewer = RunningVersions.ArgoCd(snapshot, context) is { } running && running.Version > ArgoCdSettings.Default.KnownUpTo;
        foreach (var name in Maps)
        {
            if (snapshot.Find<ConfigMap>("ConfigMap", context.ArgoCdNamespace, name) is { IsBeingDeleted: false } map
                && map.Data.Select(pair => Look(name, pair.Key)).Where(look => look.IsWrong && (!isNewer || look.Place is not null || look.Meant is not null)).ToList() is { Count: > 0 } wrong)
            {
                yield return Found(map, wrong);
            }
        }
    }

    private static (string Key, bool IsWrong, string? Place, string? Meant) Look(string map, string key)
    {
        var settings = ArgoCdSettings.Default;
        var isWrong = !settings.IsRead(map, key) && !settings.Obsolete.Any(entry => entry.Map == map && entry.Key == key);
        return (key, isWrong, isWrong ? settings.PlaceOf(key, map) : null, isWrong ? settings.Meant(key) : null);
    }

    private Finding Found(ConfigMap map, List<(string Key, bool IsWrong, string? Place, string? Meant)> wrong)
    {
        var first = wrong.Find(look => look.Place is not null) is { Key: not null } misplaced ? misplaced : wrong.Find(look => look.Meant is not null) is { Key: not null } mistyped ? mistyped : wrong[0];
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Info,
            Subject = map.Ref,
            Variant = first.Place is not null ? "misplaced" : first.Meant is not null ? "mistyped" : "",
            Facts = ImmutableDictionary.CreateRange<string, object>([new("key", first.Key), new("place", first.Place ?? ""), new("meant", first.Meant ?? ""), new("count", wrong.Count)]),
            Evidence = [.. wrong.Take(MostEvidence).Select(look => new Evidence(map.Ref, $"data[{look.Key}]", look.Place is not null ? $"read in {look.Place} only" : look.Meant is not null ? $"not read; {look.Meant} is" : "not read"))],
            Command = $"kubectl -n {map.Namespace} get configmap {map.Name} -o yaml",
        };
    }
}
