using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The RBAC of Argo CD gives everybody, or a role beside admin, more than a team needs.</summary>
internal sealed class RbacWideRule : IDiagnosticRule
{
    private const int MostLines = 4;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdRbacWide, Severity.Info, ["ConfigMap"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (snapshot.Find<ConfigMap>("ConfigMap", context.ArgoCdNamespace, "argocd-rbac-cm") is not { IsBeingDeleted: false } map)
        {
            yield break;
        }

        var everybody = map.Data["policy.default"] ?? "";
        var anonymous = snapshot.Find<ConfigMap>("ConfigMap", context.ArgoCdNamespace, "argocd-cm")?.Data["users.anonymous.enabled"] == "true" && everybody.Length > 0;
        var lines = RbacPolicy.WideLines(map);
        var isAdmin = everybody == "role:admin" || lines.Any(pair => IsOf(pair.Line, everybody));
        if (!isAdmin && !anonymous && lines.IsEmpty)
        {
            yield break;
        }

        yield return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Info,
            Subject = map.Ref,
            Variant = anonymous ? "anonymous" : isAdmin ? "default" : "",
            Facts = ImmutableDictionary.CreateRange<string, object>([new("role", everybody), new("who", lines.IsEmpty ? "" : SubjectOf(lines[0].Line)), new("count", lines.Length)]),
            Evidence =
            [
                .. anonymous || isAdmin ? new[] { new Evidence(map.Ref, "data[policy.default]", everybody) } : [],
                .. anonymous ? new[] { new Evidence(new ObjectRef("ConfigMap", context.ArgoCdNamespace, "argocd-cm"), "data[users.anonymous.enabled]", "true") } : [],
                .. lines.Take(MostLines).Select(pair => new Evidence(map.Ref, $"data[{pair.Key}]", pair.Line)),
            ],
            Command = $"kubectl -n {map.Namespace} get configmap {map.Name} -o yaml",
        };
    }

    private static bool IsOf(string line, string role) => role.Length > 0 && SubjectOf(line) == role;

    private static string SubjectOf(string line) => line.Split(',', StringSplitOptions.TrimEntries)[1];
}
