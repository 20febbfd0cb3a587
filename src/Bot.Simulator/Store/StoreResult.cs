using System.Diagnostics.CodeAnalysis;

namespace Bot.Simulator.Store;

/// <summary>What came of a write: the object as it now is, or the refusal.</summary>
public sealed record StoreResult
{
    public StoredObject? Object { get; private init; }

    public StatusFailure? Failure { get; private init; }

    /// <summary>The write removed the object; <see cref="Object"/> is its last state.</summary>
    public bool Removed { get; private init; }

    [MemberNotNullWhen(true, nameof(Object))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Object is not null;

    public static implicit operator StoreResult(StatusFailure failure) => Refused(failure);

    public static StoreResult Refused(StatusFailure failure) => new() { Failure = failure };

    internal static StoreResult Done(StoredObject written, bool removed = false) => new() { Object = written, Removed = removed };
}
