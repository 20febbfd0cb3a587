using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Remediation.Actions;

/// <summary>What plans need to know of an Application's operation and of its revisions.</summary>
internal static class OperationFacts
{
    public const string NoPrune = "Prune=false";
    public const string IgnoreExtraneous = "IgnoreExtraneous";

    /// <summary>The revision that the operation is fixed to; empty when unknown.</summary>
    public static string PinnedRevision(Application app) =>
        Joined(app.OperationState?.SyncResult?.Revision, app.OperationState?.SyncResult?.Revisions)
        ?? Joined(app.OperationState?.Operation?.Revision, app.OperationState?.Operation?.Revisions)
        ?? Joined(app.Operation?.Revision, app.Operation?.Revisions)
        ?? "";

    /// <summary>The revision that Git had at the last comparison; empty when unknown.</summary>
    public static string GitRevision(Application app) => Joined(app.SyncRevision, app.SyncRevisions) ?? "";

    /// <summary>True when the Application lists itself: leaving its own manifest out of Git would prune it.</summary>
    public static bool ListsItself(Application app) => app.Resources.Any(resource => IsSelf(app, resource));

    public static bool IsSelf(Application app, ApplicationResource resource) =>
        resource.Kind == "Application" && resource.Name == app.Name && (resource.Namespace.Length == 0 || resource.Namespace == app.Namespace);

    /// <summary>True when the live object says that no sync may prune it, and that its being left over is no difference.</summary>
    public static bool IsGuarded(Application app) =>
        Options(app, ApplicationPatch.SyncOptionsAnnotation).Contains(NoPrune) && Options(app, ApplicationPatch.CompareOptionsAnnotation).Contains(IgnoreExtraneous);

    /// <summary>The comma-separated options of an annotation.</summary>
    public static ImmutableArray<string> Options(Application app, string annotation) =>
        [.. (app.Metadata.Annotations[annotation] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static string Short(string revision) => string.Join(',', revision.Split(',').Select(part => part.Length > 7 ? part[..7] : part));

    private static string? Joined(string? single, ImmutableArray<string>? several) =>
        several is { IsDefaultOrEmpty: false } list ? string.Join(',', list)
        : string.IsNullOrEmpty(single) ? null
        : single;
}
