namespace Bot.Core.Clusters;

/// <summary>A field of an object that is not as the API describes it.</summary>
/// <param name="Path">Where it stands, as <c>status.conditions[0].type</c>.</param>
/// <param name="Found">What stands there: a JSON type (<c>list</c>, <c>text</c>), a value that nobody knows, a moment to come, a size, or <c>missing</c>.</param>
public readonly record struct OddField(string Path, string Found);
