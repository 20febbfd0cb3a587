namespace Bot.Core.Clusters;

/// <summary>What an HTTP probe of an environment's address saw: a status, or an error.</summary>
public sealed record ProbeResult : ClusterObject
{
    public override string Kind => "ProbeResult";

    public string Environment { get; init; } = "";

    public required string Url { get; init; }

    public int Expect { get; init; } = 200;

    public int? Status { get; init; }

    public string? Error { get; init; }

    public DateTimeOffset? CertificateNotAfter { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    public bool IsGood => Status == Expect;
}
