namespace Bot.Core.Diagnosis;

/// <summary>A document of the input that could not be read: which file, which document (counted from 1), which line. The others were read.</summary>
public sealed record UnreadDocument(string File, int Document, int Line, string Message);
