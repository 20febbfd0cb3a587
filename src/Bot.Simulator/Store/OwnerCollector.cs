using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>The garbage collector: carries a deletion on to those who name the object as their owner. Runs under the store's lock.</summary>
internal sealed class OwnerCollector(ObjectStore store, ObjectTable table)
{
    public void AfterDelete(StoreResult result, PropagationPolicy policy)
    {
        if (result.Object is not { } deleted)
        {
            return;
        }

        if (result.Removed)
        {
            AfterRemoval(deleted);
            return;
        }

        var finalizers = deleted.Body.Texts("metadata", "finalizers");
        if (policy == PropagationPolicy.Orphan && finalizers.Contains(ObjectDeletion.Orphan, StringComparer.Ordinal))
        {
            foreach (var dependent in DependentsOf(deleted.Uid))
            {
                DropReference(dependent, deleted.Uid);
            }

            DropFinalizer(deleted, ObjectDeletion.Orphan);
        }
        else if (policy == PropagationPolicy.Foreground)
        {
            foreach (var dependent in DependentsOf(deleted.Uid))
            {
                store.Delete(dependent.Kind, dependent.Namespace, dependent.Name, new DeleteRequest { Propagation = PropagationPolicy.Foreground });
            }

            EndForegroundIfClear(deleted.Uid);
        }
    }

    public void AfterRemoval(StoredObject gone)
    {
        foreach (var dependent in DependentsOf(gone.Uid))
        {
            if (dependent.Body.Objects("metadata", "ownerReferences").Any(owner => owner.Text("uid") is { } uid && uid != gone.Uid && IsAlive(uid)))
            {
                DropReference(dependent, gone.Uid);
            }
            else
            {
                store.Delete(dependent.Kind, dependent.Namespace, dependent.Name);
            }
        }

        foreach (var owner in gone.Body.Objects("metadata", "ownerReferences"))
        {
            EndForegroundIfClear(owner.Text("uid") ?? "");
        }
    }

    private void EndForegroundIfClear(string uid)
    {
        var waits = table.Everything.FirstOrDefault(held => held.Uid == uid && held.Body.Text("metadata", "deletionTimestamp") is not null);
        if (waits is null || !waits.Body.Texts("metadata", "finalizers").Contains(ObjectDeletion.Foreground, StringComparer.Ordinal))
        {
            return;
        }

        var blocked = DependentsOf(uid).Any(dependent =>
            dependent.Body.Objects("metadata", "ownerReferences").Any(owner => owner.Text("uid") == uid && owner.Flag("blockOwnerDeletion")));
        if (!blocked)
        {
            DropFinalizer(waits, ObjectDeletion.Foreground);
        }
    }

    private bool IsAlive(string uid) => table.Everything.Any(held => held.Uid == uid);

    private List<StoredObject> DependentsOf(string uid) =>
        [.. table.Everything.Where(held => held.Body.Objects("metadata", "ownerReferences").Any(owner => owner.Text("uid") == uid))];

    private void DropReference(StoredObject dependent, string uid) => store.Update(dependent.Kind, dependent.Namespace, dependent.Name, body =>
    {
        if (body.At("metadata", "ownerReferences") is JsonArray owners)
        {
            owners.RemoveAll(owner => owner.Text("uid") == uid);
        }
    });

    private void DropFinalizer(StoredObject held, string finalizer) => store.Update(held.Kind, held.Namespace, held.Name, body =>
    {
        if (body.At("metadata", "finalizers") is JsonArray finalizers)
        {
            finalizers.RemoveAll(entry => entry?.ToString() == finalizer);
        }
    });
}
