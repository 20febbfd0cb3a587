namespace Bot.Core.Environments;

/// <summary>How many Services have a ready endpoint, how many have none, and of how many nothing is known.</summary>
public sealed record ServiceHealth(int Ready, int Dead, int Unknown)
{
    public int Known => Ready + Dead;
}
