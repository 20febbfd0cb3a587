namespace Bot.Core.Diagnosis.Storage;

/// <summary>Why a claim is not bound.</summary>
internal enum ClaimFault
{
    /// <summary>Its StorageClass does not exist.</summary>
    ClassMissing,

    /// <summary>The driver was asked and refused.</summary>
    Refused,

    /// <summary>Anything else: nobody answered, nothing fits, or nobody uses it yet.</summary>
    Waiting,
}
