using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Versions;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>Kubernetes, Argo CD or Istio runs in a release that gets no more fixes, by the dated table of this program.</summary>
internal sealed class VersionUnsupportedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.VersionUnsupported, Severity.Info, ["Node", "Deployment", "StatefulSet"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (RunningVersions.Kubelet(snapshot) is { } kubelet && Ended(IsEks(kubelet) ? "eks" : "kubernetes", kubelet, context) is { } kubernetes)
        {
            // Nodes come and go; the finding is one of the cluster and stays the same.
            yield return kubernetes with
            {
                Subject = new ObjectRef("Namespace", "", "kube-system"),
                Evidence = [.. kubernetes.Evidence, new Evidence(kubelet.Object, "nodes of this release", $"{snapshot.All<Node>().Count(node => MinorVersion.Parse(node.KubeletVersion) == kubelet.Version)}")],
                Command = "kubectl get nodes",
            };
        }

        if (RunningVersions.ArgoCd(snapshot, context) is { } argoCd && Ended("argocd", argoCd, context) is { } old)
        {
            yield return old;
        }

        if (RunningVersions.Istio(snapshot) is { } istio && Ended("istio", istio, context) is { } mesh)
        {
            yield return mesh;
        }
    }

    private static bool IsEks(RunningVersion kubelet) => kubelet.Text.Contains("-eks-", StringComparison.Ordinal);

    private Finding? Ended(string id, RunningVersion running, DiagnosisContext context)
    {
        var product = SupportTable.Default[id];
        if (product.EndedBefore(running.Version, DateOnly.FromDateTime(context.Now.UtcDateTime)) is not { } ended)
        {
            return null;
        }

        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Info,
            Subject = running.Object,
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("product", product.Name), new("version", running.Version.ToString()), new("ended", Day(ended)), new("asOf", Day(SupportTable.Default.AsOf)), new("newest", product.Newest.ToString()),
            ]),
            Evidence = [new Evidence(running.Object, running.Field, running.Text)],
            Command = $"kubectl -n {running.Object.Namespace} get {running.Object.Kind.ToLowerInvariant()} {running.Object.Name} -o jsonpath='{{.spec.template.spec.containers[*].image}}'",
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
