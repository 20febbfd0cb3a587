using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>Creates and changes objects. Lives for one call, under the store's lock.</summary>
internal sealed class ObjectWriter(ObjectTable table, ObjectIdentities identities, TimeProvider clock)
{
    private static readonly string[] ServerOwned =
        ["name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "generateName"];

    public StoredObject Load(JsonObject source, bool keepRevision)
    {
        var kind = SimulatedKinds.Find(source.Text("apiVersion") ?? "", source.Text("kind") ?? "")?.Storage
            ?? throw new ArgumentException($"{source.Text("apiVersion")} {source.Text("kind")} is no kind of the simulator.", nameof(source));
        var body = (JsonObject)source.DeepClone();
        var metadata = body.Child("metadata");
        if (!kind.Namespaced)
        {
            metadata.Remove("namespace");
        }

        var ns = metadata.Text("namespace") ?? "";
        if (kind.Namespaced && ns.Length == 0)
        {
            metadata["namespace"] = ns = "default";
        }

        if (kind.Namespaced)
        {
            NeedNamespace(ns);
        }

        table.TryGet(kind, ns, metadata.Text("name") ?? "", out var before);
        metadata["uid"] ??= before?.Uid ?? identities.Uid();
        metadata["creationTimestamp"] ??= before?.Body.Text("metadata", "creationTimestamp") ?? ObjectShape.Time(clock.GetUtcNow());
        if (kind.HasGeneration)
        {
            metadata["generation"] ??= before?.Body.Number("metadata", "generation") ?? 1;
        }

        Complete(kind, body);
        var revision = keepRevision && long.TryParse(metadata.Text("resourceVersion"), out var kept) ? kept : table.NextRevision();
        table.AdvanceTo(revision);
        return Store(kind, body, revision, before);
    }

    public StoreResult Create(SimulatedKind kind, string ns, JsonObject source, WriteRequest request)
    {
        var body = (JsonObject)source.DeepClone();
        var metadata = body.Child("metadata");
        metadata.Remove("namespace");
        if (kind.Namespaced)
        {
            metadata["namespace"] = ns;
        }

        if (string.IsNullOrEmpty(metadata.Text("name")) && metadata.Text("generateName") is { Length: > 0 } stem)
        {
            metadata["name"] = stem + identities.NameTail();
        }

        foreach (var key in (string[])["resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "generation"])
        {
            metadata.Remove(key);
        }

        metadata["uid"] = identities.Uid();
        metadata["creationTimestamp"] = ObjectShape.Time(clock.GetUtcNow());
        if (kind.HasGeneration)
        {
            metadata["generation"] = 1;
        }

        if (request.Scope == WriteScope.Main && kind.HasStatus)
        {
            body.Remove("status");
        }

        Complete(kind, body);
        var name = metadata.Text("name") ?? "";
        var refusal = ObjectRules.Judge(kind, body) ?? JudgePlace(kind, ns, name);
        if (refusal is not null)
        {
            return refusal;
        }

        return request.DryRun
            ? StoreResult.Done(new StoredObject(kind, ObjectShape.Shape(kind, body), 0))
            : StoreResult.Done(Store(kind, body, table.NextRevision(), before: null));
    }

    public StoreResult Write(SimulatedKind kind, string ns, string name, Func<JsonObject, ObjectEdit> edit, WriteRequest request)
    {
        if (!table.TryGet(kind, ns, name, out var before))
        {
            return Failures.NotFound(kind, name);
        }

        var edited = edit(before.Copy());
        if (edited.Body is not { } body)
        {
            return edited.Failure ?? throw new InvalidOperationException("An edit gives a body or a failure.");
        }

        var metadata = body.Child("metadata");
        if (JudgeIdentity(before, metadata, request) is { } refusal)
        {
            return refusal;
        }

        KeepWhatIsNotTheirs(before, body, request.Scope);
        body = ObjectShape.Shape(kind, body);
        if ((ObjectRules.Judge(kind, body) ?? ObjectRules.JudgeFinalizers(kind, before.Body, body)) is { } invalid)
        {
            return invalid;
        }

        if (EndsDeletion(kind, body))
        {
            return Remove(before, body, request.DryRun);
        }

        if (Generations.Grows(kind, before.Body, body))
        {
            body.Child("metadata")["generation"] = (before.Body.Number("metadata", "generation") ?? 0) + 1;
        }

        if (JsonNode.DeepEquals(before.Body, body))
        {
            return StoreResult.Done(before);
        }

        return request.DryRun
            ? StoreResult.Done(new StoredObject(kind, ObjectShape.Shape(kind, body), before.Revision))
            : StoreResult.Done(Store(kind, body, table.NextRevision(), before));
    }

    /// <summary>Takes the object away; the answer carries the version of the last state, the event that of the deletion.</summary>
    public StoreResult Remove(StoredObject before, JsonObject lastState, bool dryRun)
    {
        var gone = new StoredObject(before.Kind, ObjectShape.Shape(before.Kind, lastState), before.Revision);
        if (!dryRun)
        {
            var revision = table.NextRevision();
            var told = gone.Copy();
            told.Child("metadata")["resourceVersion"] = $"{revision}";
            table.Commit(new ObjectChange(ChangeType.Deleted, new StoredObject(before.Kind, ObjectShape.Shape(before.Kind, told), revision), before));
        }

        return StoreResult.Done(gone, removed: true);
    }

    public StoredObject Store(SimulatedKind kind, JsonObject body, long revision, StoredObject? before)
    {
        body.Child("metadata")["resourceVersion"] = $"{revision}";
        var stored = new StoredObject(kind, ObjectShape.Shape(kind, body), revision);
        table.Commit(new ObjectChange(before is null ? ChangeType.Added : ChangeType.Modified, stored, before));
        return stored;
    }

    /// <summary>A marked object goes with its last finalizer; a pod waits for its grace, a namespace for its own list as well.</summary>
    public static bool EndsDeletion(SimulatedKind kind, JsonObject body) =>
        body.Text("metadata", "deletionTimestamp") is not null
        && body.Texts("metadata", "finalizers").Count == 0
        && body.Number("metadata", "deletionGracePeriodSeconds") is null or 0
        && (kind != SimulatedKinds.Namespace || body.Texts("spec", "finalizers").Count == 0);

    private void NeedNamespace(string ns)
    {
        if (!table.TryGet(SimulatedKinds.Namespace, "", ns, out _))
        {
            Load(new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = ns } }, keepRevision: false);
        }
    }

    private StatusFailure? JudgePlace(SimulatedKind kind, string ns, string name)
    {
        if (kind.Namespaced)
        {
            if (!table.TryGet(SimulatedKinds.Namespace, "", ns, out var space))
            {
                return Failures.NotFound(SimulatedKinds.Namespace, ns);
            }

            if (space.Body.Text("metadata", "deletionTimestamp") is not null)
            {
                return Failures.NamespaceTerminating(kind, name, ns);
            }
        }

        return table.TryGet(kind, ns, name, out _) ? Failures.AlreadyExists(kind, name) : null;
    }

    private static StatusFailure? JudgeIdentity(StoredObject before, JsonObject metadata, WriteRequest request)
    {
        var kind = before.Kind;
        var version = metadata.Text("resourceVersion");
        if (string.IsNullOrEmpty(version) && request.Replace && kind.IsCustom)
        {
            return Failures.Invalid(kind, before.Name, ObjectRules.Wrong("0", "must be specified for an update", "metadata.resourceVersion"));
        }

        if (!string.IsNullOrEmpty(version) && version != before.Body.Text("metadata", "resourceVersion"))
        {
            return Failures.Modified(kind, before.Name);
        }

        var uid = metadata.Text("uid");
        return string.IsNullOrEmpty(uid) || uid == before.Uid ? null : Failures.OtherUid(kind, before.Name, uid, before.Uid);
    }

    private static void KeepWhatIsNotTheirs(StoredObject before, JsonObject body, WriteScope scope)
    {
        var metadata = body.Child("metadata");
        foreach (var key in (string[])[.. ServerOwned, "resourceVersion"])
        {
            metadata.Set(before.Body.At("metadata", key)?.DeepClone(), key);
        }

        if (scope == WriteScope.Main && before.Kind.HasStatus)
        {
            body.Set(before.Body["status"]?.DeepClone(), "status");
        }
        else if (scope == WriteScope.Status)
        {
            foreach (var key in body.Select(static field => field.Key).Union(before.Body.Select(static field => field.Key), StringComparer.Ordinal).ToList())
            {
                if (key is not ("status" or "metadata"))
                {
                    body.Set(before.Body[key]?.DeepClone(), key);
                }
            }
        }
    }

    private static void Complete(SimulatedKind kind, JsonObject body)
    {
        if (kind == SimulatedKinds.Namespace)
        {
            body.Child("metadata", "labels")["kubernetes.io/metadata.name"] ??= body.Text("metadata", "name");
            body.Child("spec")["finalizers"] ??= new JsonArray("kubernetes");
            body.Child("status")["phase"] ??= "Active";
        }
        else if (kind == SimulatedKinds.Pod)
        {
            body.Child("status")["phase"] ??= "Pending";
        }
        else if (kind == SimulatedKinds.Event)
        {
            body.TryAdd("eventTime", null);
            body["reportingComponent"] ??= "";
            body["reportingInstance"] ??= "";
        }
        else if (kind.HasStatus && kind.HasScale && !kind.IsCustom)
        {
            body.Child("spec")["replicas"] ??= 1;
            body.Child("status");
        }
    }
}
