using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Storage;

/// <summary>A claim without a volume, and what the API says of it.</summary>
/// <param name="Claim">The claim, in phase Pending.</param>
/// <param name="Fault">Exactly one for each claim, so that one rule speaks.</param>
/// <param name="Said">The event that tells it, or null.</param>
/// <param name="Refusals">How often the driver refused.</param>
/// <param name="Since">Since when.</param>
internal sealed record PendingClaim(PersistentVolumeClaim Claim, ClaimFault Fault, Event? Said, int Refusals, DateTimeOffset? Since);
