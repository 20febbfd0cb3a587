namespace Bot.Core.Clusters;

/// <summary><c>syncPolicy.automated</c>; absent switches are false, an absent <c>enabled</c> is true.</summary>
public sealed record AutomatedSync(bool Prune, bool SelfHeal, bool AllowEmpty, bool Enabled);
