using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>What makes an Application Suspended.</summary>
internal static class SuspendedParts
{
    /// <summary>Suspended, and no operation waits for it (then the rule about that operation speaks).</summary>
    public static bool IsSuspended(Application application) => application is { HealthStatus: "Suspended", Operation: null, IsBeingDeleted: false, IsFrozen: false };

    public static ObjectRef? PausedRollout(Application application, ClusterSnapshot snapshot) => Of(application, snapshot, isRollout: true);

    public static ObjectRef? Other(Application application, ClusterSnapshot snapshot) => Of(application, snapshot, isRollout: false);

    /// <summary>True when a Rollout of it may be what is paused, and cannot be looked at.</summary>
    public static bool IsBlind(Application application, ClusterSnapshot snapshot) => application.Resources.Any(resource =>
        resource.Kind == "Rollout" && resource.Health.Length == 0 && snapshot.PresenceOf(ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name)) == Presence.Unknown);

    private static ObjectRef? Of(Application application, ClusterSnapshot snapshot, bool isRollout)
    {
        foreach (var resource in application.Resources)
        {
            if ((resource.Kind == "Rollout") == isRollout && LiveHealth.OfResource(application, resource, snapshot) == LiveHealth.Suspended)
            {
                return ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name);
            }
        }

        return null;
    }
}
