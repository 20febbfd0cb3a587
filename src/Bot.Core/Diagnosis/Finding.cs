using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Ownership;
using Bot.Core.Muting;

namespace Bot.Core.Diagnosis;

/// <summary>
/// Something a rule found. A rule fills what it knows (rule, severity, subject, facts, evidence, links); the Diagnoser
/// adds <see cref="Cluster"/>, <see cref="TopOwner"/>, <see cref="Id"/>, <see cref="Impact"/>, <see cref="CausedBy"/> and <see cref="IsRoot"/>.
/// Texts are not in it: they are made from the rule's slots and the <see cref="Facts"/> in the reader's language.
/// </summary>
public sealed record Finding
{
    /// <summary>An id of <see cref="RuleIds"/>.</summary>
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The object where the fault is read.</summary>
    public required ObjectRef Subject { get; init; }

    /// <summary>Chooses the wording: slot <c>cause@variant</c> is preferred to <c>cause</c>. Empty for the plain one.</summary>
    public string Variant { get; init; } = "";

    /// <summary>
    /// Values of the placeholders: string, int, long, <see cref="TimeSpan"/> (shown as an age), <see cref="DateTimeOffset"/> (shown in the reader's zone),
    /// <see cref="Texts.TextKey"/> (another text). <c>{subject}</c>, <c>{namespace}</c>, <c>{owner}</c> and <c>{age}</c> are always there.
    /// </summary>
    public ImmutableDictionary<string, object> Facts { get; init; } = ImmutableDictionary<string, object>.Empty;

    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Since when, by the condition itself (never the age of the parent); null when nothing tells.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The remediation action that slot <c>now</c> advises (an id of the table in the design), or null.</summary>
    public string? Action { get; init; }

    /// <summary>The equivalent command by hand for slot <c>now</c>, or null.</summary>
    public string? Command { get; init; }

    /// <summary>True when nothing new can be delivered because of this (sync blocked, Git unreadable, API writes refused).</summary>
    public bool BlocksDelivery { get; init; }

    /// <summary>Other objects that suffer from the same fault: the other pods of the same key, the owner, Applications.</summary>
    public ImmutableArray<ObjectRef> Affected { get; init; } = [];

    /// <summary>Objects that the evidence names as the cause; a finding about one of them becomes the parent.</summary>
    public ImmutableArray<ObjectRef> PointsTo { get; init; } = [];

    /// <summary>
    /// Objects whose own findings are consequences of this one even though they look like causes
    /// (the trigger of a self-reference deadlock cannot be mended while the deadlock holds the mend back).
    /// </summary>
    public ImmutableArray<ObjectRef> Explains { get; init; } = [];

    public string Cluster { get; init; } = "";

    public ObjectRef TopOwner { get; init; }

    /// <summary>First 12 hex digits of SHA-256 over rule, cluster, namespace and top owner.</summary>
    public string Id { get; init; } = "";

    public Impact Impact { get; init; } = Impact.Unknown;

    /// <summary>Where the lasting change is made; null where that cannot be known.</summary>
    public ChangePlace? ChangeIn { get; init; }

    /// <summary>Ids of the findings that this one is a consequence of.</summary>
    public ImmutableArray<string> CausedBy { get; init; } = [];

    /// <summary>Set when it is not to be told for a while: it is listed with reason and end, and counts no more.</summary>
    public Mute? Mute { get; init; }

    /// <summary>True when nothing causes it, or only what is less bad than itself.</summary>
    public bool IsRoot { get; init; } = true;
}
