namespace Bot.Sources;

/// <summary>Delivers records that no Kubernetes API holds. It never fails: what it could not learn is a gap of its reading.</summary>
public interface ISnapshotSource
{
    Task<SourceReading> ReadAsync(CancellationToken cancellationToken);
}
