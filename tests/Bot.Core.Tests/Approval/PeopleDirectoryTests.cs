using Bot.Core.Approval;

namespace Bot.Core.Tests.Approval;

public sealed class PeopleDirectoryTests
{
    [Fact]
    public void Two_accounts_of_one_person_are_one_person()
    {
        var people = TheTeam.People;

        people.Find("discord", "mina-d").ShouldBe(people.Find("slack", "T1:mina").ShouldNotBeNull());
    }

    [Fact]
    public void An_account_that_two_people_claim_belongs_to_nobody()
    {
        var options = TheTeam.Options;
        options["jun"].Discord.Add("mina-d");

        new PeopleDirectory(options).Find("discord", "mina-d").ShouldBeNull();
    }

    [Fact]
    public void A_token_of_the_command_line_names_the_person_and_nobody_else() =>
        TheTeam.People.Find("cli", "mina").ShouldNotBeNull().Id.ShouldBe("mina");

    [Fact]
    public void Any_change_of_a_policy_is_another_version()
    {
        var versions = new HashSet<string>(StringComparer.Ordinal) { TheTeam.Policy.Version };
        Action<PolicyOptions>[] changes =
        [
            options => options.Tiers["R2"].Approvals = 2,
            options => options.Tiers["R2"].By.Add("lead"),
            options => options.Tiers["R3"].StepUp = "",
            options => options.Tiers["R2"].Expires = TimeSpan.FromHours(1),
            options => options.Tiers.Remove("R1"),
            options => options.Protected.Add("other"),
        ];
        foreach (var change in changes)
        {
            var options = TheTeam.PolicyOptions;
            change(options);
            versions.Add(Policy.From("strict", options).Version).ShouldBeTrue();
        }
    }
}
