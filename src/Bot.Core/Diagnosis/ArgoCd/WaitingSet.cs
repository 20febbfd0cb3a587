using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// All that a running operation waits for: the object that its message names, then every entry of the sync result with
/// <c>hookPhase: Running</c>. A finished operation waits for nothing, though its entries may still say Running.
/// </summary>
public static class WaitingSet
{
    public static ImmutableArray<WaitedObject> Of(Application application, OperationMessage message)
    {
        if (application.OperationState is not { Phase: "Running" or "Terminating" } state)
        {
            return [];
        }

        var waits = message.Kind is OperationMessageKind.WaitingForHealth or OperationMessageKind.WaitingForHook or OperationMessageKind.WaitingForDeletion;
        ImmutableArray<WaitedObject> named = waits ? [new WaitedObject(Locate(application, message), message.Group, message.IsHook, IsNamed: true)] : [];
        return
        [
            .. named,
            .. (state.SyncResult?.Resources ?? [])
                .Where(entry => entry.HookPhase == "Running")
                .Select(entry => new WaitedObject(ManagedKinds.RefOf(entry.Group, entry.Kind, entry.Namespace, entry.Name), entry.Group, entry.HookType.Length > 0, IsNamed: false))
                .Where(entry => named.All(first => first.Ref != entry.Ref)),
        ];
    }

    // The message gives no namespace: the sync result does, then the managed resources, then the place where such an object would be created.
    private static ObjectRef Locate(Application application, OperationMessage message)
    {
        var synced = application.OperationState?.SyncResult?.Resources
            .Where(entry => entry.Group == message.Group && entry.Kind == message.ObjectKind && entry.Name == message.ObjectName)
            .MaxBy(entry => entry.HookPhase == "Running");
        var managed = application.Resources.FirstOrDefault(entry =>
            entry.Group == message.Group && entry.Kind == message.ObjectKind && entry.Name == message.ObjectName);
        var fallback = message.ObjectKind == "Application" || application.Destination.Namespace.Length == 0 ? application.Namespace : application.Destination.Namespace;
        return ManagedKinds.RefOf(message.Group, message.ObjectKind, synced?.Namespace ?? managed?.Namespace ?? fallback, message.ObjectName);
    }
}
