namespace Bot.Simulator.Store;

/// <summary>One kind as the API server knows it: how it is addressed, and which rules of storage hold for it.</summary>
public sealed record SimulatedKind(string Group, string Version, string Plural, string Singular, string Kind)
{
    /// <summary>Short names that kubectl accepts, <c>po</c> for pods.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>Discovery categories, <c>all</c> above all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public bool Namespaced { get; init; } = true;

    /// <summary>Whether <c>/status</c> exists; then a write to the object itself leaves the status alone.</summary>
    public bool HasStatus { get; init; }

    public bool HasScale { get; init; }

    /// <summary>Defined by a CustomResourceDefinition: keys come sorted, items of a list name their kind, no strategic merge patch.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Whether <c>metadata.generation</c> is kept. Custom resources always have it.</summary>
    public bool HasGeneration { get; init; }

    /// <summary>Kinds whose DELETE answers with the object even when it is gone.</summary>
    public bool ReturnsDeletedObject { get; init; }

    /// <summary>Another kind under which the objects are stored (the two faces of Event).</summary>
    public SimulatedKind? StoredAs { get; init; }

    /// <summary><c>v1</c> or <c>apps/v1</c>.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : Group + "/" + Version;

    /// <summary><c>pods</c> or <c>deployments.apps</c>, as messages name it.</summary>
    public string QualifiedPlural => Group.Length == 0 ? Plural : Plural + "." + Group;

    /// <summary><c>Pod</c> or <c>Deployment.apps</c>, as messages name it.</summary>
    public string QualifiedKind => Group.Length == 0 ? Kind : Kind + "." + Group;

    internal SimulatedKind Storage => StoredAs ?? this;

    public override string ToString() => QualifiedPlural;
}
