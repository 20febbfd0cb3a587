using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>One text that says why a sync failed.</summary>
/// <param name="Field">Where it was read.</param>
/// <param name="Text">The text.</param>
/// <param name="At">When it was written, where that is known.</param>
/// <param name="Entry">The resource of the sync result whose message it is; null for the operation's own message and for conditions.</param>
internal sealed record FailureText(string Field, string Text, DateTimeOffset? At, SyncedResource? Entry = null)
{
    public MessagePattern Pattern { get; } = MessageClassifier.Underlying(Text, Entry is { HookType.Length: > 0 });
}
