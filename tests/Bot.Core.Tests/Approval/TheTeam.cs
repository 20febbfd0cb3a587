using Bot.Core.Approval;

namespace Bot.Core.Tests.Approval;

/// <summary>Mina and Jun may approve, Sora may not; Mina has accounts on three platforms.</summary>
internal static class TheTeam
{
    public static readonly Actor Mina = new("discord", "mina-d", "Mina", Person: null);
    public static readonly Actor MinaOnSlack = new("slack", "T1:mina", "Mina", Person: null);
    public static readonly Actor Jun = new("discord", "jun-d", "Jun", Person: null);
    public static readonly Actor Hana = new("console", "hana", "Hana", Person: null);
    public static readonly Actor Sora = new("discord", "sora-d", "Sora", Person: null);
    public static readonly Actor Stranger = new("discord", "who", "Somebody", Person: null);

    public static Dictionary<string, PersonOptions> Options => new(StringComparer.Ordinal)
    {
        ["mina"] = new() { Name = "Mina", Discord = ["mina-d"], Slack = ["T1:mina"], Console = "mina", Roles = ["ops"] },
        ["jun"] = new() { Name = "Jun", Discord = ["jun-d"], Roles = ["ops"] },
        ["hana"] = new() { Name = "Hana", Console = "hana", Roles = ["ops"] },
        ["sora"] = new() { Name = "Sora", Discord = ["sora-d"], Roles = ["dev"] },
    };

    public static PeopleDirectory People => new(Options);

    public static PolicyOptions PolicyOptions => new()
    {
        Tiers =
        {
            ["R1"] = new TierOptions { By = ["ops"] },
            ["R2"] = new TierOptions { Approvals = 1, By = ["ops"] },
            ["R3"] = new TierOptions { Approvals = 1, By = ["ops"], StepUp = "totp", Countdown = TimeSpan.FromMinutes(2) },
        },
        Protected = ["wealist-vault"],
    };

    public static Policy Policy => Policy.From("strict", PolicyOptions);
}
