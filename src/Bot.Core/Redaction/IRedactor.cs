namespace Bot.Core.Redaction;

/// <summary>The one mask on every way out (cards, logs, audit, JSON, exceptions). Idempotent; never throws.</summary>
public interface IRedactor
{
    /// <summary>The text with every secret replaced by <c>***</c>; the same text when there is none.</summary>
    string Mask(string text);
}
