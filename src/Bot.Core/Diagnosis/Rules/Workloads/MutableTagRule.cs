using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A workload of production runs an image by <c>latest</c> or without a tag: nobody can say what it runs, or go back to it. A note, once a workload.</summary>
internal sealed partial class MutableTagRule : IDiagnosticRule
{
    private static readonly string[] Stages = ["environment", "env", "stage", "tier", "app.kubernetes.io/environment"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.WorkloadMutableTag, Severity.Info, ["Deployment", "StatefulSet", "DaemonSet", "Rollout", "CronJob", "Namespace"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var production = new Dictionary<string, bool>(StringComparer.Ordinal);
        var templates = snapshot.All<Workload>().Where(workload => workload is not ReplicaSet).Select(workload => ((ClusterObject)workload, workload.Template))
            .Concat(snapshot.All<CronJob>().Select(cronJob => ((ClusterObject)cronJob, cronJob.Template)));
        foreach (var (owner, template) in templates)
        {
            if (template is null || context.SystemNamespaces.Contains(owner.Namespace) || !IsProduction(owner.Namespace, production, snapshot))
            {
                continue;
            }

            if (template.Containers.FirstOrDefault(container => IsMutable(container.Image)) is { } first)
            {
                yield return Found(owner, first, template);
            }
        }
    }

    /// <summary>True for <c>latest</c> and for no tag; a digest pins whatever the tag says.</summary>
    internal static bool IsMutable(string image)
    {
        if (image.Length == 0 || image.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var colon = image.LastIndexOf(':');
        return colon <= image.LastIndexOf('/') || image.AsSpan(colon + 1) is "latest";
    }

    private static bool IsProduction(string name, Dictionary<string, bool> known, ClusterSnapshot snapshot)
    {
        if (!known.TryGetValue(name, out var answer))
        {
            answer = Production().IsMatch(name)
                || (snapshot.Find(new ObjectRef("Namespace", "", name)) is { } found && Stages.Any(label => found.Metadata.Labels[label] is { } stage && Production().IsMatch(stage)));
            known[name] = answer;
        }

        return answer;
    }

    private Finding Found(ClusterObject owner, ContainerSpec first, PodTemplate template) => new()
    {
        Rule = Descriptor.Id,
        Severity = Severity.Info,
        Subject = owner.Ref,
        Facts = ImmutableDictionary.CreateRange<string, object>([new("image", first.Image[(first.Image.LastIndexOf('/') + 1)..]), new("container", first.Name)]),
        Evidence = [.. template.Containers.Where(container => IsMutable(container.Image)).Take(3).Select(container => new Evidence(owner.Ref, $"spec.template.spec.containers[{container.Name}].image", container.Image))],
        Command = $"kubectl -n {owner.Namespace} get pods -o jsonpath='{{.items[*].status.containerStatuses[*].imageID}}'",
    };

    [GeneratedRegex("(^|[-_.])(prod|prd|production|live)([-_.0-9]|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Production();
}
