namespace Bot.Simulator.Store;

/// <summary>The refusals that a real API server gives, worded as it words them.</summary>
public static class Failures
{
    private const string ModifiedText = "the object has been modified; please apply your changes to the latest version and try again";

    public static StatusFailure NotFound(SimulatedKind kind, string name) => new(
        404, "NotFound", $"{kind.QualifiedPlural} \"{name}\" not found", Of(kind, name));

    public static StatusFailure AlreadyExists(SimulatedKind kind, string name) => new(
        409, "AlreadyExists", $"{kind.QualifiedPlural} \"{name}\" already exists", Of(kind, name));

    /// <summary>The resourceVersion sent is not the current one.</summary>
    public static StatusFailure Modified(SimulatedKind kind, string name) => Conflict(kind.QualifiedPlural, Of(kind, name), ModifiedText);

    /// <summary>The uid in the body is that of another object of this name.</summary>
    public static StatusFailure OtherUid(SimulatedKind kind, string name, string sent, string found) => Conflict(
        kind.QualifiedPlural, Of(kind, name), $"Precondition failed: UID in precondition: {sent}, UID in object meta: {found}");

    public static StatusFailure DeleteOtherUid(SimulatedKind kind, string name, string sent, string found) => Conflict(
        kind.QualifiedKind, OfKind(kind, name), $"the UID in the precondition ({sent}) does not match the UID in record ({found}). The object might have been deleted and then recreated");

    public static StatusFailure DeleteModified(SimulatedKind kind, string name, string sent, string found) => Conflict(
        kind.QualifiedKind, OfKind(kind, name), $"the ResourceVersion in the precondition ({sent}) does not match the ResourceVersion in record ({found}). The object might have been modified");

    public static StatusFailure Invalid(SimulatedKind kind, string name, params IReadOnlyList<StatusCause> causes) =>
        Invalid(kind.Group, kind.Kind, name, causes);

    public static StatusFailure Invalid(string group, string kind, string name, params IReadOnlyList<StatusCause> causes)
    {
        var distinct = causes.Select(static cause => $"{cause.Field}: {cause.Message}").Distinct(StringComparer.Ordinal).ToList();
        var list = distinct.Count == 1 ? distinct[0] : "[" + string.Join(", ", distinct) + "]";
        var qualified = group.Length == 0 ? kind : kind + "." + group;
        return new StatusFailure(422, "Invalid", $"{qualified} \"{name}\" is invalid: {list}", new StatusDetails { Name = name, Group = group, Kind = kind, Causes = causes });
    }

    /// <summary>The one answer to every JSON patch that cannot be applied.</summary>
    public static StatusFailure PatchRejected() => new(
        422, "Invalid", "the server rejected our request due to an error in our request", new StatusDetails());

    public static StatusFailure BadRequest(string message) => new(400, "BadRequest", message);

    public static StatusFailure NamespaceTerminating(SimulatedKind kind, string name, string ns) => new(
        403,
        "Forbidden",
        $"{kind.QualifiedPlural} \"{name}\" is forbidden: unable to create new content in namespace {ns} because it is being terminated",
        Of(kind, name) with { Causes = [new StatusCause("NamespaceTerminating", $"namespace {ns} is being terminated", "metadata.namespace")] });

    /// <summary>A watch or list from a version that is forgotten.</summary>
    public static StatusFailure TooOld(long asked, long oldest) => new(410, "Expired", $"too old resource version: {asked} ({oldest})");

    internal static StatusDetails Of(SimulatedKind kind, string name) => new() { Name = name, Group = kind.Group, Kind = kind.Plural };

    private static StatusDetails OfKind(SimulatedKind kind, string name) => new() { Name = name, Group = kind.Group, Kind = kind.Kind };

    private static StatusFailure Conflict(string what, StatusDetails details, string why) => new(
        409, "Conflict", $"Operation cannot be fulfilled on {what} \"{details.Name}\": {why}", details);
}
