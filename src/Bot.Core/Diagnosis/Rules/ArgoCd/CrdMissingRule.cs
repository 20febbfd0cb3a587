using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The cluster does not know the kind of a manifest, or not in that version.</summary>
internal sealed class CrdMissingRule() : FailedSyncRule(RuleIds.ArgoCdCrdMissing, Severity.Warning, "CustomResourceDefinition")
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.CrdMissing;

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var (group, version, kind, served) = FailureWords.Kind(failed.Told.Text);
        kind = kind.Length > 0 ? kind : failed.Entry?.Kind ?? "";
        group = group.Length > 0 ? group : failed.Entry?.Group ?? "";
        var definition = snapshot.All<CustomResourceDefinition>().FirstOrDefault(found => found.DefinedKind == kind && found.Group == group);
        var installed = served.Length > 0 ? served : definition is { ServedVersions.Length: > 0 } ? string.Join(", ", definition.ServedVersions) : "";
        var isThere = definition is not null && (version.Length == 0 || definition.ServedVersions.Contains(version));
        var start = Start(
            failed,
            snapshot,
            context,
            Severity.Warning,
            ("kind", kind.Length > 0 ? kind : new TextKey("operation.kind-unnamed")),
            ("group", group),
            ("version", version),
            ("installed", installed));
        return start with
        {
            Variant = isThere ? "there-now" : installed.Length > 0 ? "version" : "",
            Evidence = definition is null ? start.Evidence : [.. start.Evidence, new Evidence(definition.Ref, "spec.versions[].served", installed)],
            Action = isThere ? "sync" : null,
            Command = isThere ? SyncCommand(failed.App, context) : $"kubectl api-resources{(group.Length > 0 ? " --api-group=" + group : "")}",
        };
    }
}
