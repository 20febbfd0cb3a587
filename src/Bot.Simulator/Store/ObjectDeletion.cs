using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>What a DELETE does to the object itself. Lives for one call, under the store's lock.</summary>
internal sealed class ObjectDeletion(ObjectTable table, ObjectIdentities identities, TimeProvider clock)
{
    public const string Foreground = "foregroundDeletion";
    public const string Orphan = "orphan";
    private const int DefaultGrace = 30;

    public StoreResult Delete(SimulatedKind kind, string ns, string name, DeleteRequest request)
    {
        if (!table.TryGet(kind, ns, name, out var before))
        {
            return Failures.NotFound(kind, name);
        }

        if (JudgePreconditions(before, request) is { } refusal)
        {
            return refusal;
        }

        var writer = new ObjectWriter(table, identities, clock);
        var body = before.Copy();
        var alreadyMarked = body.Text("metadata", "deletionTimestamp") is not null;
        Mark(kind, body, request);
        if (ObjectWriter.EndsDeletion(kind, body))
        {
            return writer.Remove(before, kind.ReturnsDeletedObject ? body : before.Copy(), request.DryRun);
        }

        if (alreadyMarked && JsonNode.DeepEquals(before.Body, ObjectShape.Shape(kind, (JsonObject)body.DeepClone())))
        {
            return StoreResult.Done(before);
        }

        return StoreResult.Done(request.DryRun
            ? new StoredObject(kind, ObjectShape.Shape(kind, body), before.Revision)
            : writer.Store(kind, body, table.NextRevision(), before));
    }

    private static StatusFailure? JudgePreconditions(StoredObject before, DeleteRequest request)
    {
        if (request.Uid is { Length: > 0 } uid && uid != before.Uid)
        {
            return Failures.DeleteOtherUid(before.Kind, before.Name, uid, before.Uid);
        }

        var version = before.Body.Text("metadata", "resourceVersion") ?? "";
        return request.ResourceVersion is { Length: > 0 } sent && sent != version ? Failures.DeleteModified(before.Kind, before.Name, sent, version) : null;
    }

    private void Mark(SimulatedKind kind, JsonObject body, DeleteRequest request)
    {
        var metadata = body.Child("metadata");
        var finalizers = body.Texts("metadata", "finalizers").ToList();
        var added = request.Propagation switch
        {
            PropagationPolicy.Foreground when kind != SimulatedKinds.Namespace => Foreground,
            PropagationPolicy.Orphan when kind != SimulatedKinds.Namespace => Orphan,
            _ => null,
        };
        if (added is not null && !finalizers.Contains(added, StringComparer.Ordinal))
        {
            finalizers.Add(added);
            metadata["finalizers"] = new JsonArray([.. finalizers.Select(static text => (JsonNode)text)]);
        }

        var grace = Grace(kind, body, request);
        var pending = metadata.Number("deletionGracePeriodSeconds");
        if (metadata.Text("deletionTimestamp") is not null && (pending is null || grace >= pending))
        {
            return;
        }

        metadata["deletionTimestamp"] = ObjectShape.Time(clock.GetUtcNow().AddSeconds(grace));
        if (kind == SimulatedKinds.Namespace)
        {
            body.Child("status")["phase"] = "Terminating";
            return;
        }

        metadata["deletionGracePeriodSeconds"] = grace;
        if (metadata.Number("generation") is > 0 and var generation)
        {
            metadata["generation"] = generation + 1;
        }
    }

    /// <summary>Only a pod that runs on a node is given time.</summary>
    private static long Grace(SimulatedKind kind, JsonObject body, DeleteRequest request)
    {
        if (kind != SimulatedKinds.Pod || body.Text("spec", "nodeName") is null || body.Text("status", "phase") is "Succeeded" or "Failed")
        {
            return 0;
        }

        return request.GracePeriodSeconds ?? body.Number("spec", "terminationGracePeriodSeconds") ?? DefaultGrace;
    }
}
