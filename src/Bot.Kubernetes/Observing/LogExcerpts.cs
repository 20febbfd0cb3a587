using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Redaction;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Observing;

/// <summary>
/// Fetches the last lines of containers in trouble, masked. A run of a container is read once; at most five reads a second.
/// Not for concurrent use: one per cluster.
/// </summary>
public sealed class LogExcerpts(IKubernetesClient client, IRedactor redactor, TimeProvider clock)
{
    private const int Lines = 40;
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(200);

    private Dictionary<LogTarget, LogExcerpt> known = [];
    private string? gap;

    /// <summary>The reading to show for the kind: partial, with the reason when logs may not be read.</summary>
    public KindReading Reading => new("LogExcerpt", gap is null ? ReadingState.Partial : ReadingState.Forbidden, SeenAt: clock.GetUtcNow(), Gap: gap);

    /// <summary>
    /// Reads what a diagnosis of this snapshot wants to see. Returns false when there is nothing new, so that diagnosing again is of no use.
    /// </summary>
    public async Task<bool> FetchAsync(ClusterSnapshot snapshot, IReadOnlyCollection<ObjectRef> roots, CancellationToken cancellationToken)
    {
        var wanted = LogTargets.Of(snapshot, roots, clock.GetUtcNow()).ToList();
        var fetched = wanted.Where(known.ContainsKey).ToDictionary(target => target, target => known[target]);
        var isNew = false;
        gap = null;
        foreach (var target in wanted.Where(target => !fetched.ContainsKey(target)))
        {
            if (isNew)
            {
                await Task.Delay(BetweenReads, clock, cancellationToken);
            }

            isNew = true;
            var excerpt = await ReadAsync(target, cancellationToken);
            if (excerpt is not null)
            {
                fetched[target] = excerpt;
            }
            else if (gap is not null)
            {
                break;
            }
        }

        isNew &= fetched.Count > 0 && !fetched.Keys.All(known.ContainsKey);
        known = fetched;
        return isNew;
    }

    /// <summary>What was fetched so far, of containers that are still in trouble.</summary>
    public ImmutableArray<ClusterObject> Items => [.. known.Values];

    /// <summary>The snapshot with the excerpts in it, for the second pass.</summary>
    public ClusterSnapshot AddTo(ClusterSnapshot snapshot) => snapshot.With(Reading, Items);

    private async Task<LogExcerpt?> ReadAsync(LogTarget target, CancellationToken cancellationToken)
    {
        var options = new LogOptions { Container = target.Container, Previous = target.Previous, TailLines = Lines };
        var log = await client.ReadLogAsync(target.Pod.Namespace, target.Pod.Name, options, cancellationToken);
        if (log is { IsSuccess: false, Failure.Kind: ApiFailureKind.BadRequest } && target.Previous)
        {
            // The previous run's log is gone already; the present one is better than none.
            options = options with { Previous = false };
            log = await client.ReadLogAsync(target.Pod.Namespace, target.Pod.Name, options, cancellationToken);
        }

        if (!log.IsSuccess)
        {
            gap = log.Failure.IsGap || log.Failure.IsUnreachable ? GapText.Of(log.Failure) : null;
            return null;
        }

        // Masked as a whole: a key may stretch over several lines.
        var lines = redactor.Mask(log.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new LogExcerpt
        {
            Metadata = new Metadata { Namespace = target.Pod.Namespace, Name = target.Pod.Name, Uid = target.Pod.Uid },
            Container = target.Container,
            Previous = options.Previous,
            TakenAt = clock.GetUtcNow(),
            Lines = [.. lines.TakeLast(Lines).Select(line => Kinds.JsonReading.Cut(line.TrimEnd('\r')))],
        };
    }
}
