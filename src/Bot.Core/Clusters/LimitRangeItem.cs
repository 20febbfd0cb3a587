namespace Bot.Core.Clusters;

/// <summary>What a LimitRange allows for one type of object (Container, Pod, PersistentVolumeClaim).</summary>
public sealed record LimitRangeItem(string Type, StringMap Min, StringMap Max, StringMap MaxLimitRequestRatio);
