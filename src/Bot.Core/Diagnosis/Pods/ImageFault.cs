namespace Bot.Core.Diagnosis.Pods;

/// <summary>Why an image cannot be pulled; one rule speaks of each.</summary>
internal enum ImageFault
{
    None,
    NotFound,
    Auth,
    RateLimit,
    RegistryUnreachable,
    InvalidName,
    NeverPull,
    OtherPlatform,
    Other,
}
