using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Storage;

/// <summary>How full a volume is, by whichever of bytes and inodes is nearer to its end.</summary>
/// <param name="Percent">Used, 0 to 100, cut to one decimal.</param>
/// <param name="ByInodes">True when the inodes run out first.</param>
internal readonly record struct VolumeFill(decimal Percent, bool ByInodes)
{
    /// <summary>Null where the figures say nothing: no capacity, or too old.</summary>
    public static VolumeFill? Of(VolumeUsage usage, DiagnosisContext context)
    {
        if (usage.TakenAt is { } taken && context.Now - taken > context.Thresholds.Storage.UsageValid)
        {
            return null;
        }

        var bytes = Share(usage.UsedBytes, usage.CapacityBytes);
        var inodes = Share(usage.InodesUsed, usage.Inodes);
        return bytes is null && inodes is null ? null : inodes > (bytes ?? -1) ? new VolumeFill(inodes.Value, ByInodes: true) : new VolumeFill(bytes!.Value, ByInodes: false);
    }

    public string Shown => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Percent):0} %");

    private static decimal? Share(long? used, long? most) => used is >= 0 && most is > 0 ? used * 100m / most : null;
}
