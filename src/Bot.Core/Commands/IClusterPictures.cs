namespace Bot.Core.Commands;

/// <summary>Gives commands the current picture of every cluster. A running bot answers from what it watches; a command of its own process reads once.</summary>
public interface IClusterPictures
{
    /// <summary>One picture a configured cluster, in the order of the configuration.</summary>
    Task<IReadOnlyList<ClusterPicture>> CurrentAsync(CancellationToken cancellationToken);
}
