using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal static class MetadataReader
{
    /// <summary>Null when the object has no name.</summary>
    public static Metadata? Read(JsonElement metadata)
    {
        var name = metadata.At("name"u8).OwnText();
        return name.Length == 0 ? null : new Metadata
        {
            Namespace = metadata.At("namespace"u8).Text(),
            Name = name,
            Uid = metadata.At("uid"u8).OwnText(),
            ResourceVersion = metadata.At("resourceVersion"u8).OwnText(),
            Generation = metadata.At("generation"u8).Long(),
            CreatedAt = metadata.At("creationTimestamp"u8).Time(),
            DeletedAt = metadata.At("deletionTimestamp"u8).Time(),
            Labels = metadata.At("labels"u8).Map(),
            Annotations = Annotations(metadata.At("annotations"u8)),
            Finalizers = RepeatedParts.Once(metadata.At("finalizers"u8).Texts()),
            Controller = Controller(metadata.At("ownerReferences"u8)),
        };
    }

    private static StringMap Annotations(JsonElement annotations)
    {
        if (annotations.ValueKind != JsonValueKind.Object)
        {
            _ = annotations.Map();
            return StringMap.Empty;
        }

        var scratch = MapScratch.Begin();
        foreach (var property in annotations.EnumerateObject())
        {
            if (KeptAnnotations.IsWanted(property.Key()) && property.Value.Text() is { Length: <= KeptAnnotations.LongestValue } value)
            {
                scratch.Add(property.Key(), value);
            }
        }

        return scratch.Take();
    }

    private static Owner? Controller(JsonElement references)
    {
        foreach (var reference in references.Items())
        {
            if (reference.At("controller"u8).Bool())
            {
                return RepeatedParts.Once(new Owner(reference.At("kind"u8).Text(), reference.At("name"u8).Text(), reference.At("uid"u8).Text()));
            }
        }

        return null;
    }
}
