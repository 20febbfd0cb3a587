using System.Collections.Immutable;

namespace Bot.Core.Approval;

/// <summary>What one tier asks for (see <see cref="TierOptions"/>).</summary>
public sealed record TierRule(int Approvals, ImmutableArray<string> By, string StepUp, TimeSpan Countdown, TimeSpan Expires, TimeSpan ExecuteWithin)
{
    /// <summary>A click on something that anyone may do.</summary>
    public static readonly TierRule Open = new(0, [], "", TimeSpan.Zero, TimeSpan.FromHours(4), TimeSpan.FromMinutes(2));

    public bool Entitles(Person person) => By.Any(person.HasRole);
}
