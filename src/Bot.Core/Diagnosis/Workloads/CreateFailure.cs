using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>A controller that may not create its pods: the object, the API's words, since when, and where they were read.</summary>
internal sealed record CreateFailure(ClusterObject Subject, Workload? Workload, string Message, DateTimeOffset? Since, Evidence Evidence);
