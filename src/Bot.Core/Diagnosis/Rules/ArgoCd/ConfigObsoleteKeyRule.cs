using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Diagnosis.Versions;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A ConfigMap of Argo CD holds a key that the running release no longer reads: the setting is without effect.</summary>
internal sealed class ConfigObsoleteKeyRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdConfigObsoleteKey, Severity.Info, ["ConfigMap", "StatefulSet", "Deployment"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (RunningVersions.ArgoCd(snapshot, context) is not { } running)
        {
            yield break;
        }

        foreach (var group in ArgoCdSettings.Default.Obsolete.Where(key => running.Version >= key.RemovedIn).GroupBy(key => key.Map, StringComparer.Ordinal))
        {
            if (snapshot.Find<ConfigMap>("ConfigMap", context.ArgoCdNamespace, group.Key) is not { IsBeingDeleted: false } map)
            {
                continue;
            }

            var found = group.Where(key => map.Data.Contains(key.Key)).ToList();
            if (found.Count == 0)
            {
                continue;
            }

            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Info,
                Subject = map.Ref,
                Facts = ImmutableDictionary.CreateRange<string, object>(
                    [new("key", found[0].Key), new("instead", found[0].Instead), new("removed", found[0].RemovedIn.ToString()), new("version", running.Version.ToString()), new("count", found.Count)]),
                Evidence =
                [
                    .. found.Select(key => new Evidence(map.Ref, $"data[{key.Key}]", $"ignored since Argo CD {key.RemovedIn}")),
                    new Evidence(running.Object, running.Field, running.Text),
                ],
                Command = $"kubectl -n {map.Namespace} get configmap {map.Name} -o yaml",
            };
        }
    }
}
