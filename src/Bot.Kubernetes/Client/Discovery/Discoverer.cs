using System.Text.Json;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Client.Transport;

namespace Bot.Kubernetes.Client.Discovery;

/// <summary>Asks which kinds exist: two requests where discovery is aggregated, one a group version where it is not.</summary>
internal sealed class Discoverer(ApiChannel channel)
{
    private const int AtOnce = 4;

    public async Task<ApiResult<ServedKinds>> DiscoverAsync(CancellationToken cancellationToken)
    {
        var kinds = new List<ServedKind>();
        var unreadable = new List<string>();
        foreach (var root in (string[])["/api", "/apis"])
        {
            if (await ReadRootAsync(root, kinds, unreadable, cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        return new ServedKinds(kinds, unreadable);
    }

    private async Task<ApiFailure?> ReadRootAsync(string root, List<ServedKind> kinds, List<string> unreadable, CancellationToken cancellationToken)
    {
        var sent = await channel.SendAsync(ApiRequest.Get(root), MediaTypes.AggregatedDiscovery, cancellationToken);
        if (!sent.IsSuccess)
        {
            return sent.Failure;
        }

        using var answer = sent.Value;
        var read = await JsonBody.ReadAsync(answer, channel, ApiRequest.Get(root), cancellationToken);
        if (!read.IsSuccess)
        {
            return read.Failure;
        }

        // An old server ignores what was asked and sends the classic list.
        if (answer.MediaParameter("as") == "APIGroupDiscoveryList" || DiscoveryJson.Text(read.Value, "kind") == "APIGroupDiscoveryList")
        {
            AggregatedDiscovery.Read(read.Value, kinds, unreadable);
            return null;
        }

        await ReadVersionsAsync(root, ClassicDiscovery.GroupVersions(read.Value), kinds, unreadable, cancellationToken);
        return null;
    }

    private async Task ReadVersionsAsync(string root, IReadOnlyList<string> groupVersions, List<ServedKind> kinds, List<string> unreadable, CancellationToken cancellationToken)
    {
        foreach (var some in groupVersions.Chunk(AtOnce))
        {
            var answers = await Task.WhenAll(some.Select(groupVersion => ReadVersionAsync(root, groupVersion, cancellationToken)));
            foreach (var (groupVersion, list) in some.Zip(answers))
            {
                if (list.IsSuccess)
                {
                    kinds.AddRange(ClassicDiscovery.Kinds(groupVersion, list.Value));
                }
                else
                {
                    unreadable.Add(groupVersion);
                }
            }
        }
    }

    private async Task<ApiResult<JsonElement>> ReadVersionAsync(string root, string groupVersion, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get($"{root}/{groupVersion}");
        var sent = await channel.SendAsync(request, ApiChannel.Json, cancellationToken);
        if (!sent.IsSuccess)
        {
            return sent.Failure;
        }

        using var answer = sent.Value;
        return await JsonBody.ReadAsync(answer, channel, request, cancellationToken);
    }
}
