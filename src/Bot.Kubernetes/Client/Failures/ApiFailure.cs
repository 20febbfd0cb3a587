using System.Collections.Immutable;
using Bot.Core.Texts;

namespace Bot.Kubernetes.Client.Failures;

/// <summary>Why a call brought nothing. <see cref="Message"/> is the server's or our own, in English; for people there is <see cref="Text"/>.</summary>
public sealed record ApiFailure(ApiFailureKind Kind, string Message, int? Status = null, string? Reason = null, TimeSpan? RetryAfter = null)
{
    /// <summary>What to tell people: key and values.</summary>
    public TextKey Text => FailureTexts.Of(this);

    public IReadOnlyList<FailureCause> Causes { get; init; } = [];

    public FailureObject? Object { get; init; }

    /// <summary>Set for <see cref="ApiFailureKind.Forbidden"/> as far as the server said it.</summary>
    public MissingRight? MissingRight { get; init; }

    public Refusal Refusal { get; init; }

    public TlsProblem Tls { get; init; }

    /// <summary>The address of the server, or of the proxy where that is at fault.</summary>
    public string Address { get; init; } = "";

    /// <summary>The exact fault where the kind alone does not say it (<c>context-missing</c>): names the text.</summary>
    public string? Problem { get; init; }

    /// <summary>What the text names beyond the members here: a file, a command, a date, how to mend it.</summary>
    public ImmutableDictionary<string, object> Facts { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The request may have been carried out although we never saw the answer: look at the object before anything is repeated.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The server was not reached or did not let us in: nothing can be read at all.</summary>
    public bool IsUnreachable => Kind <= ApiFailureKind.Unauthorized;

    /// <summary>The kind cannot be seen, for good: a gap to be told, not an error.</summary>
    public bool IsGap => Kind is ApiFailureKind.Forbidden or ApiFailureKind.KindMissing;

    public ApiFailure With(string fact, object value) => this with { Facts = Facts.SetItem(fact, value) };
}
