using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>
/// The simulated cluster's etcd and the rules that the API server lays over it: versions, generations, finalizers, owners, history.
/// Safe for many threads; every read gives one consistent state. Controllers inside the simulator use it directly, everyone else by HTTP.
/// </summary>
public sealed class ObjectStore
{
    private readonly Lock gate = new();
    private readonly ObjectTable table;
    private readonly ObjectIdentities identities;
    private readonly TimeProvider clock;
    private readonly OwnerCollector collector;
    private readonly HashSet<SimulatedKind> installed;

    public ObjectStore(TimeProvider clock, StoreOptions? options = null)
    {
        options ??= new StoreOptions();
        this.clock = clock;
        table = new ObjectTable(options.HistoryLength);
        identities = new ObjectIdentities(options.Seed);
        installed = [.. options.Installed];
        collector = new OwnerCollector(this, table);
        Logs = new ContainerLogs(clock);
    }

    /// <summary>What the containers wrote.</summary>
    public ContainerLogs Logs { get; }

    /// <summary>The revision of the last write.</summary>
    public long Revision
    {
        get
        {
            lock (gate)
            {
                return table.Revision;
            }
        }
    }

    /// <summary>Writes up to this revision are forgotten: a watch from before is told 410.</summary>
    public long ForgottenRevision
    {
        get
        {
            lock (gate)
            {
                return table.History.Forgotten;
            }
        }
    }

    internal TimeProvider Clock => clock;

    internal ObjectIdentities Identities => identities;

    /// <summary>The kinds that are served now, in discovery order.</summary>
    public IReadOnlyList<SimulatedKind> Installed()
    {
        lock (gate)
        {
            return [.. SimulatedKinds.All.Where(installed.Contains)];
        }
    }

    public bool IsInstalled(SimulatedKind kind)
    {
        lock (gate)
        {
            return installed.Contains(kind);
        }
    }

    /// <summary>Takes a kind away, as deleting its CRD would; its objects stay unseen.</summary>
    public void Uninstall(SimulatedKind kind)
    {
        lock (gate)
        {
            installed.Remove(kind);
        }
    }

    /// <summary>Serves a kind from now on.</summary>
    public void Install(SimulatedKind kind)
    {
        lock (gate)
        {
            installed.Add(kind);
        }
    }

    /// <summary>The objects of a kind by namespace and name; null or empty namespace means all.</summary>
    public IReadOnlyList<StoredObject> List(SimulatedKind kind, string? ns = null)
    {
        lock (gate)
        {
            return table.List(kind.Storage, ns);
        }
    }

    /// <summary>The list as it was after that revision, or null when that is forgotten or not yet reached.</summary>
    public IReadOnlyList<StoredObject>? ListAt(SimulatedKind kind, string? ns, long revision)
    {
        lock (gate)
        {
            return revision < table.History.Forgotten || revision > table.Revision ? null : table.ListAt(kind.Storage, ns, revision);
        }
    }

    /// <summary>The list together with the revision at which it holds.</summary>
    public (IReadOnlyList<StoredObject> Objects, long Revision) ListWithRevision(SimulatedKind kind, string? ns = null)
    {
        lock (gate)
        {
            return (table.List(kind.Storage, ns), table.Revision);
        }
    }

    /// <summary>One object, or null. Cluster-scoped kinds have the namespace <c>""</c>.</summary>
    public StoredObject? Get(SimulatedKind kind, string ns, string name)
    {
        lock (gate)
        {
            return table.TryGet(kind.Storage, ns, name, out var found) ? found : null;
        }
    }

    /// <summary>Puts an object in as it is given (uid, times, status, deletion), replacing one of the same name. For scenarios; a namespace that is missing is made.</summary>
    public StoredObject Load(JsonObject body)
    {
        lock (gate)
        {
            return Writer().Load(body, keepRevision: false);
        }
    }

    /// <summary>Like <see cref="Load"/>, under the resourceVersion that the object carries. For replays of recordings.</summary>
    internal StoredObject Restore(JsonObject body)
    {
        lock (gate)
        {
            return Writer().Load(body, keepRevision: true);
        }
    }

    /// <summary>Moves the counter forward as writes elsewhere would. For replays of recordings.</summary>
    internal void AdvanceTo(long revision)
    {
        lock (gate)
        {
            table.AdvanceTo(revision);
        }
    }

    /// <summary>Creates an object, as a POST does.</summary>
    public StoreResult Create(SimulatedKind kind, string ns, JsonObject body, WriteRequest? request = null)
    {
        lock (gate)
        {
            return Writer().Create(kind.Storage, ns, body, request ?? new WriteRequest());
        }
    }

    /// <summary>Changes an object in place. A change that changes nothing moves no version and tells nobody.</summary>
    public StoreResult Update(SimulatedKind kind, string ns, string name, Action<JsonObject> change) => Write(
        kind,
        ns,
        name,
        body =>
        {
            change(body);
            return ObjectEdit.To(body);
        },
        new WriteRequest());

    /// <summary>Changes an object by a function of its present state: replace and the patches are made of this.</summary>
    public StoreResult Write(SimulatedKind kind, string ns, string name, Func<JsonObject, ObjectEdit> edit, WriteRequest request)
    {
        lock (gate)
        {
            var result = Writer().Write(kind.Storage, ns, name, edit, request);
            if (result is { Removed: true, Object: { } gone } && !request.DryRun)
            {
                collector.AfterRemoval(gone);
            }

            return result;
        }
    }

    /// <summary>Deletes an object, or marks it when finalizers, a grace period or dependents hold it.</summary>
    public StoreResult Delete(SimulatedKind kind, string ns, string name, DeleteRequest? request = null)
    {
        lock (gate)
        {
            request ??= new DeleteRequest();
            var result = new ObjectDeletion(table, identities, clock).Delete(kind.Storage, ns, name, request);
            if (result.Succeeded && !request.DryRun)
            {
                collector.AfterDelete(result, request.Propagation);
            }

            return result;
        }
    }

    /// <summary>
    /// Watches a kind (null: every kind) from now on, with the present objects as <see cref="StoreWatch.Initial"/>;
    /// with a revision it resumes after it. Null when that revision is forgotten.
    /// </summary>
    public StoreWatch? TryWatch(SimulatedKind? kind, string? ns = null, long? fromRevision = null)
    {
        lock (gate)
        {
            if (fromRevision < table.History.Forgotten)
            {
                return null;
            }

            IReadOnlyList<StoredObject> initial = fromRevision is not null ? [] : kind is null ? [.. table.Everything] : table.List(kind.Storage, ns);
            var watch = new StoreWatch(kind?.Storage, ns, fromRevision ?? table.Revision, initial, Detach);
            table.Attach(watch);
            foreach (var change in table.History.After(watch.Revision))
            {
                watch.Offer(change);
            }

            return watch;
        }
    }

    /// <summary>Watches from now on.</summary>
    public StoreWatch Watch(SimulatedKind? kind = null, string? ns = null) =>
        TryWatch(kind, ns) ?? throw new InvalidOperationException("A watch from the present cannot be too old.");

    /// <summary>Forgets the writes up to now, as etcd's compaction does.</summary>
    public void Compact()
    {
        lock (gate)
        {
            table.History.ForgetUpTo(table.Revision);
        }
    }

    private ObjectWriter Writer() => new(table, identities, clock);

    private void Detach(StoreWatch watch)
    {
        lock (gate)
        {
            table.Detach(watch);
        }
    }
}
