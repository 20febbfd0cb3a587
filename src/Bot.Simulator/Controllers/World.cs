using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Simulator.Git;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers;

/// <summary>What the controllers share: the objects, the time, chance, Git, and how the scenario says that workloads behave.</summary>
internal sealed class World(ObjectStore store, SimulationClock clock, Random random, GitServer git, Behaviours behaviours)
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private EventRecorder? events;

    public ObjectStore Store => store;

    public SimulationClock Clock => clock;

    public Random Random => random;

    public GitServer Git => git;

    public Behaviours Behaviours => behaviours;

    public ContainerLogs Logs => store.Logs;

    public EventRecorder Events => events ??= new EventRecorder(this);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The present as Kubernetes writes it.</summary>
    public string Stamp => Write(Now);

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? stamp) =>
        DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>The time at the path, or null.</summary>
    public static DateTimeOffset? TimeAt(JsonNode? node, params ReadOnlySpan<string> path) => Read(node.Text(path));

    public string NameTail() => string.Create(5, random, static (tail, random) =>
    {
        for (var i = 0; i < tail.Length; i++)
        {
            tail[i] = Alphabet[random.Next(Alphabet.Length)];
        }
    });

    /// <summary>The stored kind of a manifest, or null for a kind that the cluster does not serve.</summary>
    public SimulatedKind? KindOf(JsonObject manifest) =>
        SimulatedKinds.Find(manifest.Text("apiVersion") ?? "", manifest.Text("kind") ?? "") is { } kind && store.IsInstalled(kind) ? kind : null;

    /// <summary>The object that a manifest describes, as it is now.</summary>
    public StoredObject? Live(JsonObject manifest) => KindOf(manifest) is { } kind
        ? store.Get(kind, kind.Namespaced ? manifest.Text("metadata", "namespace") ?? "" : "", manifest.Text("metadata", "name") ?? "")
        : null;

    public void Update(StoredObject held, Action<JsonObject> change) => store.Update(held.Kind, held.Namespace, held.Name, change);

    /// <summary>The objects of a kind that name this owner as their controller.</summary>
    public IReadOnlyList<StoredObject> Owned(SimulatedKind kind, StoredObject owner) =>
        [.. store.List(kind, owner.Namespace).Where(held => ControllerUid(held.Body) == owner.Uid)];

    public static string? ControllerUid(JsonObject body) =>
        body.Objects("metadata", "ownerReferences").FirstOrDefault(static reference => reference.Flag("controller")).Text("uid");

    public static bool IsDeleting(JsonObject body) => body.Text("metadata", "deletionTimestamp") is not null;
}
