namespace Bot.Core.Diagnosis.Workloads;

/// <summary>Why the API refuses to let a controller create its pods; one rule speaks of each.</summary>
internal enum CreateFault
{
    Other,
    Quota,
    LimitRange,
    PodSecurity,
    ServiceAccount,
    Webhook,
}
