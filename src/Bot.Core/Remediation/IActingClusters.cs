namespace Bot.Core.Remediation;

/// <summary>The clusters that the bot can act on, by their configured name.</summary>
public interface IActingClusters
{
    ActingCluster? Find(string cluster);
}
