namespace Bot.Kubernetes.Client;

/// <summary>Every write bears our field manager and strict validation; <see cref="DryRun"/> makes it a preview.</summary>
public sealed record WriteOptions(bool DryRun = false)
{
    public const string FieldManager = "gitops-bot";

    public static WriteOptions Default { get; } = new();

    public static WriteOptions Preview { get; } = new(DryRun: true);
}
