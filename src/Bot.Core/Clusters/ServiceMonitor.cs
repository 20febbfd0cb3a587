namespace Bot.Core.Clusters;

/// <summary>Scrapes the endpoints of Services.</summary>
public sealed record ServiceMonitor : ScrapeMonitor
{
    public override string Kind => "ServiceMonitor";
}
