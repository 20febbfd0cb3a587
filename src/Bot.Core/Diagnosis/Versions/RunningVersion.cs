using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Versions;

/// <summary>A version as the cluster shows it.</summary>
/// <param name="Version">Its first two numbers.</param>
/// <param name="Text">As it is written there.</param>
/// <param name="Object">Where it is written.</param>
/// <param name="Field">In which field.</param>
internal sealed record RunningVersion(MinorVersion Version, string Text, ObjectRef Object, string Field);
