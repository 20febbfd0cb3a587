namespace Bot.Core.Diagnosis.Pods;

/// <summary>What is wrong with a container or a pod. Each has exactly one, so that exactly one rule speaks; the precise ones stand before the rests.</summary>
public enum PodFault
{
    // Not placed
    Gated,
    NoRoom,
    TooManyPods,
    NoNodeMatches,
    Tainted,
    WrongZone,
    ClaimNotBound,

    // Not started
    Image,
    OtherPlatform,
    ConfigMissing,
    ConfigKeyMissing,
    CommandNotFound,
    CreateFailed,
    NoPodIp,
    SandboxFailed,
    AttachedElsewhere,
    MountFailed,
    SlowStart,

    // Crashes
    OutOfMemory,
    DiskFull,
    Dependency,
    KilledByStartupProbe,
    KilledByLivenessProbe,
    InitCrashes,
    Crashes,
    RestartsOften,
    Failed,

    // Runs
    NotReady,
}
