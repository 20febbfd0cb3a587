namespace Bot.Sources;

/// <summary>An address of an environment, and the status that it answers with when all is well.</summary>
public sealed record ProbedAddress(string Environment, Uri Url, int Expect);
