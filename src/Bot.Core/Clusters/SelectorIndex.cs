namespace Bot.Core.Clusters;

/// <summary>
/// Services by the one label of their selector that the fewest other Services name, so that a pod asks a handful of Services and not all of its namespace.
/// </summary>
internal sealed class SelectorIndex
{
    private readonly Dictionary<(string Namespace, string Key, string Value), List<Service>> byAnchor = [];

    public SelectorIndex(ClusterSnapshot snapshot)
    {
        var uses = new Dictionary<(string Namespace, string Key, string Value), int>();
        foreach (var service in snapshot.All<Service>())
        {
            foreach (var (key, value) in service.Selector)
            {
                var label = (service.Namespace, key, value);
                uses[label] = uses.GetValueOrDefault(label) + 1;
            }
        }

        foreach (var service in snapshot.All<Service>().Where(service => service.Selector.Count > 0))
        {
            var anchor = service.Selector.Select(pair => (service.Namespace, pair.Key, pair.Value)).MinBy(label => uses[label]);
            if (!byAnchor.TryGetValue(anchor, out var list))
            {
                byAnchor[anchor] = list = [];
            }

            list.Add(service);
        }
    }

    /// <summary>Services whose selector takes the labels.</summary>
    public IEnumerable<Service> Taking(string @namespace, StringMap labels)
    {
        foreach (var (key, value) in labels)
        {
            if (byAnchor.TryGetValue((@namespace, key, value), out var services))
            {
                foreach (var service in services)
                {
                    if (labels.ContainsAll(service.Selector))
                    {
                        yield return service;
                    }
                }
            }
        }
    }
}
