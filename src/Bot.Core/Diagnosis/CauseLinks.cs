namespace Bot.Core.Diagnosis;

/// <summary>Who is a consequence of whom, by id. An edge that would close a circle is left out.</summary>
internal sealed class CauseLinks
{
    private readonly Dictionary<string, SortedSet<string>> parents = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> CausesOf(string id) => parents.TryGetValue(id, out var above) ? above : [];

    public void Link(Finding cause, Finding consequence)
    {
        if (cause.Id == consequence.Id || AllCausesOf(cause.Id).Contains(consequence.Id))
        {
            return;
        }

        if (!parents.TryGetValue(consequence.Id, out var above))
        {
            parents[consequence.Id] = above = new SortedSet<string>(StringComparer.Ordinal);
        }

        above.Add(cause.Id);
    }

    public void Unlink(Finding cause, Finding consequence)
    {
        if (parents.TryGetValue(consequence.Id, out var above))
        {
            above.Remove(cause.Id);
        }
    }

    /// <summary>Everything above a finding, however far; each once, so that many paths cost no more than one.</summary>
    public HashSet<string> AllCausesOf(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(CausesOf(id));
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var above in CausesOf(next))
                {
                    open.Push(above);
                }
            }
        }

        return seen;
    }
}
