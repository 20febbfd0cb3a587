using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>One thing that the bot cannot see or cannot trust.</summary>
/// <param name="Kind">The kind, or the object.</param>
/// <param name="Field">What was tried or read.</param>
/// <param name="Words">What came back.</param>
/// <param name="Since">Since when, where that is known.</param>
internal sealed record Blindness(ObjectRef Kind, string Field, string Words, DateTimeOffset? Since);
