using Bot.Core.Approval;
using Bot.Core.Chat.Cards;
using Bot.Core.Commands;
using Bot.Core.Commands.Handlers;
using Bot.Core.Remediation;
using Bot.Core.Tests.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Approval;

public sealed class ApproversTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Are_the_entitled_people_without_the_requester()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        bench.Desk.ApproversOf(request).ShouldBe(["Hana", "Jun"]);
    }

    [Fact]
    public async Task Are_unknown_without_a_policy()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        Approvers.Of(request, policy: null, TheTeam.People).ShouldBeNull();
    }

    [Theory]
    [InlineData(Language.En, "Hana, Jun (R2: another entitled person; never the requester)")]
    [InlineData(Language.Ko, "Hana, Jun (R2: 권한이 있는 다른 사람 (요청자 제외))")]
    public async Task Stand_on_the_pending_card_by_name_with_the_rule_of_the_tier(Language language, string expected)
    {
        await bench.FileAsync(ThePlan.Of("a"));

        var result = await new PendingHandler(bench.Desk).ExecuteAsync(new CommandContext { Actor = TheTeam.Jun, Localizer = new Localizer(language, TimeZoneInfo.Utc) }, CancellationToken.None);

        result.Cards[1].Sections[0].Lines.ShouldContain(line => line.Text == expected);
    }

    [Fact]
    public async Task Nobody_is_said_when_nobody_else_may()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        var card = ApprovalCards.Of(request, new Localizer(Language.En, TimeZoneInfo.Utc), viewer: null, approvers: []);

        card.Sections[0].Lines.ShouldContain(line => line.Text.StartsWith("nobody at present", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filed_request_is_answered_with_their_names()
    {
        var answer = await bench.Desk.ProposeAsync(ThePlan.Of(RiskTier.R2, "a"), TheTeam.Mina, "", CancellationToken.None);

        var result = DeskCards.Of(answer, new CommandContext { Actor = TheTeam.Mina, Localizer = new Localizer(Language.En, TimeZoneInfo.Utc) }, bench.Desk);

        result.Cards[1].Sections[0].Lines.ShouldContain(line => line.Text.StartsWith("Hana, Jun", StringComparison.Ordinal));
    }
}
