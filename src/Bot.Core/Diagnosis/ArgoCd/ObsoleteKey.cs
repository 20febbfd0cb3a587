using Bot.Core.Diagnosis.Versions;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>A key that Argo CD ceased to read.</summary>
internal sealed record ObsoleteKey(string Map, string Key, MinorVersion RemovedIn, string Instead);
