using Bot.Core.Texts;

namespace Bot.Configuration;

/// <summary>One thing wrong with the configuration: where, what, and how to mend it. Never the value of a secret.</summary>
public sealed record ConfigurationFault(string Path, TextKey Problem);
