namespace Bot.Core.Approval;

/// <summary>A fresh token with its text, to be shown once and forgotten.</summary>
public sealed record IssuedToken(string Text, PersonalToken Token);
