using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>How often Argo CD compares by itself, as far as its configuration was read.</summary>
internal static class ReconciliationInterval
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(3);

    /// <summary>What comes on top of the usual interval; null where polling is switched off or the configuration is not known.</summary>
    public static TimeSpan? Beyond(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (snapshot.Find<ConfigMap>("ConfigMap", context.ArgoCdNamespace, "argocd-cm") is not { } configuration)
        {
            return snapshot.PresenceOf(new ObjectRef("ConfigMap", context.ArgoCdNamespace, "argocd-cm")) == Presence.Absent ? TimeSpan.Zero : null;
        }

        if (configuration.Data["timeout.reconciliation"] is not { Length: > 0 } text)
        {
            return TimeSpan.Zero;
        }

        var jitter = GoDuration.Parse(configuration.Data["timeout.reconciliation.jitter"] ?? "") ?? TimeSpan.Zero;
        return GoDuration.Parse(text) is not { } interval || interval == TimeSpan.Zero ? null
            : interval + jitter > Usual ? interval + jitter - Usual
            : TimeSpan.Zero;
    }
}
