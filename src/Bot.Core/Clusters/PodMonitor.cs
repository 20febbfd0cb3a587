namespace Bot.Core.Clusters;

/// <summary>Scrapes pods.</summary>
public sealed record PodMonitor : ScrapeMonitor
{
    public override string Kind => "PodMonitor";
}
