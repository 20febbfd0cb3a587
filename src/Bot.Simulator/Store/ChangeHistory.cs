namespace Bot.Simulator.Store;

/// <summary>The last writes, from which a watch resumes and an older list is told again. Guarded by the store's lock.</summary>
internal sealed class ChangeHistory(int capacity)
{
    private readonly Queue<ObjectChange> changes = new();

    /// <summary>Writes up to this revision are forgotten; a watch may start from it, but not from before.</summary>
    public long Forgotten { get; private set; }

    public void Add(ObjectChange change)
    {
        changes.Enqueue(change);
        while (changes.Count > capacity)
        {
            Forgotten = changes.Dequeue().Revision;
        }
    }

    public void ForgetUpTo(long revision)
    {
        while (changes.TryPeek(out var oldest) && oldest.Revision <= revision)
        {
            changes.Dequeue();
        }

        Forgotten = Math.Max(Forgotten, revision);
    }

    public IEnumerable<ObjectChange> After(long revision) => changes.Where(change => change.Revision > revision);
}
