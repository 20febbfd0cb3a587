namespace Bot.Kubernetes.Kinds;

/// <summary>Like <see cref="StringPool"/> for values that repeat among objects of one workload: container specs, label maps, lists of names.</summary>
internal sealed class RecordPool<T>(IEqualityComparer<T>? comparer = null)
    where T : class
{
    private readonly IEqualityComparer<T> comparer = comparer ?? EqualityComparer<T>.Default;
    private readonly T?[] slots = new T?[1 << 12];

    public T Get(T value)
    {
        ref var slot = ref slots[(uint)comparer.GetHashCode(value) & (uint)(slots.Length - 1)];
        var known = slot;
        return known is not null && comparer.Equals(known, value) ? known : slot = value;
    }
}
