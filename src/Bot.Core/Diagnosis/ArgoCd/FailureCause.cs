using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>The objects that a failed sync names as its cause, so that everything that one dead webhook refuses is one incident.</summary>
internal static class FailureCause
{
    public static ImmutableArray<ObjectRef> Of(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var text = failed.Told.Text;
        return failed.Pattern switch
        {
            MessagePattern.WebhookUnreachable => [.. WebhookCall.Of(failed, snapshot).Objects],
            MessagePattern.NamespaceTerminating => [NamespaceOf(failed)],
            MessagePattern.QuotaExceeded when FailureWords.Quota(text) is { Length: > 0 } quota => [new ObjectRef("ResourceQuota", TargetOf(failed), quota)],
            MessagePattern.CrdMissing => [.. DefinitionOf(FailureWords.Kind(text), snapshot)],
            MessagePattern.ProjectDenied or MessagePattern.ProjectMissing => [new ObjectRef("AppProject", context.ArgoCdNamespace, ProjectOf(failed))],
            _ => [],
        };
    }

    public static ObjectRef NamespaceOf(FailedSync failed) =>
        new("Namespace", "", FailureWords.Namespace(failed.Told.Text) is { Length: > 0 } named ? named : TargetOf(failed));

    /// <summary>Where the resource at fault belongs.</summary>
    public static string TargetOf(FailedSync failed) => failed.Entry is { Namespace.Length: > 0 } entry ? entry.Namespace : failed.App.Destination.Namespace;

    public static string ProjectOf(FailedSync failed) => FailureWords.Project(failed.Told.Text) is { Length: > 0 } named ? named : failed.App.Project;

    private static IEnumerable<ObjectRef> DefinitionOf((string Group, string Version, string Kind, string Served) missing, ClusterSnapshot snapshot) =>
        missing.Kind.Length == 0
            ? []
            : snapshot.All<CustomResourceDefinition>().Where(definition => definition.DefinedKind == missing.Kind && (missing.Group.Length == 0 || definition.Group == missing.Group)).Select(definition => definition.Ref);
}
