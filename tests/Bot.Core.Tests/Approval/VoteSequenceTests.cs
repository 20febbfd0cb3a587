using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Tests.Remediation;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Approval;

public sealed class VoteSequenceTests
{
    private static readonly Actor[] Voters = [TheTeam.Mina, TheTeam.MinaOnSlack, TheTeam.Jun, TheTeam.Hana, TheTeam.Sora, TheTeam.Stranger];

    [Fact]
    public void However_people_click_a_plan_runs_only_on_a_quorum_of_entitled_others() =>
        Prop.ForAll(Clicks().ToArbitrary(), clicks => Check(clicks).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static Gen<(int Quorum, (int Voter, int Kind)[] Clicks)> Clicks() =>
        from quorum in Gen.Choose(1, 2)
        from clicks in (from voter in Gen.Choose(0, Voters.Length - 1) from kind in Gen.Choose(0, 9) select (voter, kind)).ArrayOf(12)
        select (quorum, clicks);

    private static async Task<bool> Check((int Quorum, (int Voter, int Kind)[] Clicks) run)
    {
        var bench = new Bench();
        var options = TheTeam.PolicyOptions;
        options.Tiers["R2"].Approvals = run.Quorum;
        bench.Rules.Policy = Policy.From("strict", options);
        var request = await bench.FileAsync(ThePlan.Of("a"));
        ApprovalRequest? final = null;
        foreach (var (voter, kind) in run.Clicks)
        {
            var records = bench.Store.Records.Count;
            _ = kind switch
            {
                0 => await bench.VoteAsync(request, Voters[voter], approves: false),
                1 => await bench.Desk.VoteAsync(request.Id, "another plan", Voters[voter], approves: true, "", default),
                2 => await bench.Desk.CancelAsync(request.Id, Voters[voter], default),
                _ => await bench.VoteAsync(request, Voters[voter]),
            };
            if (bench.Store.Records.Count == records || (final is not null && bench.Store[request.Id] != final))
            {
                return false;
            }

            final = bench.Store[request.Id].IsFinal ? bench.Store[request.Id] : null;
        }

        var ended = bench.Store[request.Id];
        var approvers = ended.Votes.Where(vote => vote.Approves).Select(vote => vote.Person).Distinct().ToArray();
        return (ended.State != ApprovalState.Approved || approvers.Length >= run.Quorum)
            && approvers.All(person => person is "jun" or "hana")
            && (await ((IAuditLog)bench.Store).VerifyAsync(default)).IsGood;
    }
}
