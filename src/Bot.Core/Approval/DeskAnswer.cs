using Bot.Core.Texts;

namespace Bot.Core.Approval;

/// <summary>What the desk says to the person who clicked: always something, also for old buttons.</summary>
/// <param name="Accepted">True when the click changed something, or had already been counted.</param>
/// <param name="Message">In words: refused and why, who may, what comes next.</param>
/// <param name="Request">The request as it is now; null when the id is unknown.</param>
public sealed record DeskAnswer(bool Accepted, TextKey Message, ApprovalRequest? Request);
