using Bot.Core.Clusters;

namespace Bot.Testing.Builders;

/// <summary>A Service over the pods labelled <c>app=name</c>, and its slice.</summary>
public static class TheService
{
    public static Service Of(string name = "media-service", string @namespace = "wealist-prod") => new()
    {
        Metadata = TheMetadata.Of(@namespace, name),
        Type = "ClusterIP",
        Selector = TheMetadata.Map(("app", name)),
    };

    public static EndpointSlice SliceOf(string name = "media-service", string @namespace = "wealist-prod", int ready = 0, int notReady = 0) => new()
    {
        Metadata = TheMetadata.Of(@namespace, name + "-abcde") with { Labels = TheMetadata.Map(("kubernetes.io/service-name", name)) },
        Endpoints =
        [
            .. Enumerable.Range(0, ready).Select(index => new Endpoint("Pod", $"{name}-{index}", true, true, false)),
            .. Enumerable.Range(ready, notReady).Select(index => new Endpoint("Pod", $"{name}-{index}", false, false, false)),
        ],
    };
}
