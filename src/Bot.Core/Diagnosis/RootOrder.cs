namespace Bot.Core.Diagnosis;

/// <summary>Worst first: severity, then the class of the cause (what others stand on comes first), impact, number of affected objects, and names to make it certain.</summary>
internal static class RootOrder
{
    private static readonly string[] Classes =
    [
        "argocd.repo-server", "argocd.redis", "argocd.controller", "apiservice.", "webhook.", "ns.", "node.", "pvc.", "pv.",
        "argocd.argocd-secret", "argocd.external-secret", "eso.", "db.", "pod.image-", "pod.oom", "pod.crashloop", "pod.unschedulable-", "pod.", "svc.", "ingress.", "argocd.",
    ];

    public static IComparer<Finding> Comparer { get; } = Comparer<Finding>.Create(Compare);

    private static int Compare(Finding one, Finding other)
    {
        int[] steps =
        [
            other.Severity.CompareTo(one.Severity),
            ClassOf(one.Rule).CompareTo(ClassOf(other.Rule)),
            other.Impact.CompareTo(one.Impact),
            other.Affected.Length.CompareTo(one.Affected.Length),
            string.CompareOrdinal(one.Rule, other.Rule),
            string.CompareOrdinal(one.Subject.ToString(), other.Subject.ToString()),
        ];
        return steps.FirstOrDefault(step => step != 0);
    }

    private static int ClassOf(string rule) => Array.FindIndex(Classes, prefix => rule.StartsWith(prefix, StringComparison.Ordinal)) is >= 0 and var index ? index : Classes.Length;
}
