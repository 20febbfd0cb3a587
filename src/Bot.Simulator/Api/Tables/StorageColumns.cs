using Bot.Simulator.Store;
using static Bot.Simulator.Api.Tables.CommonColumns;
using static Bot.Simulator.Api.Tables.TableColumn;

namespace Bot.Simulator.Api.Tables;

/// <summary>The columns of volumes and what they are cut from.</summary>
internal static class StorageColumns
{
    private const string Unset = "<unset>";

    public static IReadOnlyList<TableColumn> Claim { get; } =
    [
        Name,
        Text("Status", static body => body.Text("metadata", "deletionTimestamp") is null ? body.Text("status", "phase") : "Terminating"),
        Text("Volume", static body => body.Text("spec", "volumeName") ?? ""),
        Text("Capacity", static body => body.Text("status", "capacity", "storage") ?? ""),
        Text("Access Modes", static body => Join(body.Texts("status", "accessModes").Select(Short))),
        Text("StorageClass", static body => body.Text("spec", "storageClassName") ?? ""),
        Text("VolumeAttributesClass", static body => body.Text("spec", "volumeAttributesClassName") ?? Unset),
        Age,
        Text("VolumeMode", static body => body.Text("spec", "volumeMode") ?? Unset, 1),
    ];

    public static IReadOnlyList<TableColumn> Volume { get; } =
    [
        Name,
        Text("Capacity", static body => body.Text("spec", "capacity", "storage") ?? ""),
        Text("Access Modes", static body => Join(body.Texts("spec", "accessModes").Select(Short))),
        Text("Reclaim Policy", static body => body.Text("spec", "persistentVolumeReclaimPolicy") ?? "Retain"),
        Text("Status", static body => body.Text("metadata", "deletionTimestamp") is null ? body.Text("status", "phase") : "Terminating"),
        Text("Claim", static body => body.Text("spec", "claimRef", "name") is { } name ? $"{body.Text("spec", "claimRef", "namespace")}/{name}" : ""),
        Text("StorageClass", static body => body.Text("spec", "storageClassName") ?? ""),
        Text("VolumeAttributesClass", static body => body.Text("spec", "volumeAttributesClassName") ?? Unset),
        Text("Reason", static body => body.Text("status", "reason") ?? ""),
        Age,
        Text("VolumeMode", static body => body.Text("spec", "volumeMode") ?? Unset, 1),
    ];

    public static IReadOnlyList<TableColumn> Class { get; } =
    [
        Name,
        Text("Provisioner", static body => body.Text("provisioner")),
        Text("ReclaimPolicy", static body => body.Text("reclaimPolicy") ?? "Delete"),
        Text("VolumeBindingMode", static body => body.Text("volumeBindingMode") ?? "Immediate"),
        new("AllowVolumeExpansion", static (body, _) => body.Flag("allowVolumeExpansion")) { Type = "boolean" },
        Age,
    ];

    private static string Short(string mode) => mode switch
    {
        "ReadWriteOnce" => "RWO",
        "ReadOnlyMany" => "ROX",
        "ReadWriteMany" => "RWX",
        "ReadWriteOncePod" => "RWOP",
        _ => mode,
    };
}
