using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Who may change an object beside Argo CD, as far as the snapshot shows it.</summary>
internal static class SecondWriter
{
    private static readonly string[] Injected = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "CustomResourceDefinition", "APIService"];

    /// <summary>The autoscaler of the first differing workload that has one.</summary>
    public static HorizontalPodAutoscaler? Autoscaler(Drift drift, ClusterSnapshot snapshot) =>
        snapshot.All<HorizontalPodAutoscaler>().FirstOrDefault(scaler => drift.Differing.Any(resource =>
            resource.Kind == scaler.TargetKind && resource.Name == scaler.TargetName && resource.Namespace == scaler.Namespace));

    /// <summary>True for kinds into which certificate controllers write a CA bundle.</summary>
    public static bool IsInjected(Drift drift) => drift.Differing.Any(resource => Injected.Contains(resource.Kind));
}
