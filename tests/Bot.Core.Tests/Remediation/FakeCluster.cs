using System.Text.Json.Nodes;
using Bot.Core.Clusters;
using Bot.Core.Remediation;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Remediation;

/// <summary>A cluster of one object: patches are applied as an API server would, tests in them included, unless the test says what goes wrong.</summary>
internal sealed class FakeCluster(string json) : IClusterGateway, IClusterView
{
    private readonly Lock gate = new();
    private readonly List<Action<ClusterSnapshot>> listeners = [];
    private string? state = json;

    public string Cluster => "main";

    public List<ClusterRequest> Writes { get; } = [];

    /// <summary>Before the request arrives; may answer in the server's place.</summary>
    public Func<ClusterRequest, WriteResult?>? OnWrite { get; set; }

    /// <summary>After it was applied; may lose the answer.</summary>
    public Func<ClusterRequest, WriteResult?>? AfterWrite { get; set; }

    public bool Reachable { get; set; } = true;

    public ClusterSnapshot? Current { get; private set; } = TheSnapshot.Empty;

    public string? Json
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }

        set
        {
            lock (gate)
            {
                state = value;
            }
        }
    }

    public Task<WriteResult> WriteAsync(ClusterRequest request, bool dryRun, CancellationToken cancellationToken)
    {
        Writes.Add(request);
        if (OnWrite?.Invoke(request) is { } answer)
        {
            return Task.FromResult(answer);
        }

        lock (gate)
        {
            if (Apply(request) is not { } changed)
            {
                return Task.FromResult(new WriteResult(WriteOutcome.Stale, "the server rejected our request due to an error in our request"));
            }

            state = changed;
        }

        return Task.FromResult(AfterWrite?.Invoke(request) ?? new WriteResult(WriteOutcome.Applied, "") { ResourceVersion = "2" });
    }

    public Task<ReadResult> ReadAsync(ClusterRequest target, CancellationToken cancellationToken) =>
        Task.FromResult(Reachable ? new ReadResult(true, Json) : new ReadResult(false, null, "connection refused"));

    public Task<ClusterSnapshot?> WaitForAsync(Func<ClusterSnapshot, bool> condition, TimeSpan limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IDisposable Subscribe(Action<ClusterSnapshot> listener)
    {
        listeners.Add(listener);
        return new Subscription();
    }

    public void Show(ClusterSnapshot snapshot)
    {
        Current = snapshot;
        foreach (var listener in listeners.ToArray())
        {
            listener(snapshot);
        }
    }

    private string? Apply(ClusterRequest request)
    {
        if (state is null)
        {
            return null;
        }

        var root = JsonNode.Parse(state)!.AsObject();
        if (request.Verb == ClusterVerb.MergePatch)
        {
            Merge(root, JsonNode.Parse(request.Body)!.AsObject());
            return root.ToJsonString();
        }

        foreach (var operation in JsonNode.Parse(request.Body)!.AsArray())
        {
            var path = operation!["path"]!.GetValue<string>().Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
            var parent = path[..^1].Aggregate((JsonObject?)root, (node, key) => node?[key] as JsonObject);
            switch (operation["op"]!.GetValue<string>())
            {
                case "test" when !JsonNode.DeepEquals(parent?[path[^1]], operation["value"]):
                    return null;
                case "add" when parent is not null:
                    parent[path[^1]] = operation["value"]?.DeepClone();
                    break;
                case "remove" when parent?.Remove(path[^1]) == true:
                    break;
                case "test":
                    break;
                default:
                    return null;
            }
        }

        return root.ToJsonString();
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            if (value is JsonObject nested && target[key] is JsonObject existing)
            {
                Merge(existing, nested);
            }
            else if (value is null)
            {
                target.Remove(key);
            }
            else
            {
                target[key] = value.DeepClone();
            }
        }
    }

    private sealed class Subscription : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
