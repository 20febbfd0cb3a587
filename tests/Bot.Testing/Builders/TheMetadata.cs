using Bot.Core.Clusters;

namespace Bot.Testing.Builders;

/// <summary>Metadata of test objects: an hour old, with a uid made of the names.</summary>
public static class TheMetadata
{
    public static Metadata Of(string @namespace, string name) => new()
    {
        Namespace = @namespace,
        Name = name,
        Uid = $"uid-{@namespace}-{name}",
        CreatedAt = TheSnapshot.Now.AddHours(-1),
    };

    public static StringMap Map(params (string Key, string Value)[] entries) =>
        StringMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
