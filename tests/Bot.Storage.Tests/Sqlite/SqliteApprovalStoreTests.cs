using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Remediation;
using Bot.Core.Texts;
using Bot.Storage.Documents;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteApprovalStoreTests : IDisposable
{
    private readonly TheStore store = new();

    [Fact]
    public async Task A_request_comes_back_as_it_went_in_with_the_same_plan_hash()
    {
        var request = store.Request("a") with { Votes = [new Vote("jun", "Jun", true, "h", "ok", store.Clock.GetUtcNow())], Outcome = new TextKey("approval.outcome.expired").With("since", store.Clock.GetUtcNow()) };
        (await store.Requests.SaveAsync(request, [store.Entry()], default)).ShouldBeTrue();

        var read = (await store.Requests.FindAsync("a", default))!;

        PlanHash.Of(read.Plan).ShouldBe(request.PlanHash);
        RequestDocument.Write(read).ShouldBe(RequestDocument.Write(request));
        var localizer = new Localizer(Language.En, TimeZoneInfo.Utc);
        localizer.Text(read.Plan.Cautions[0]).ShouldBe(localizer.Text(request.Plan.Cautions[0]));
        read.Plan.Goal.ShouldBe(request.Plan.Goal);
    }

    [Fact]
    public async Task Of_two_saves_on_the_same_version_one_wins_and_the_other_writes_nothing()
    {
        await store.Requests.SaveAsync(store.Request("a"), [store.Entry()], default);
        var next = store.Request("a") with { Version = 2 };

        (await store.Requests.SaveAsync(next with { State = ApprovalState.Approved }, [store.Entry("first")], default)).ShouldBeTrue();
        (await store.Requests.SaveAsync(next with { State = ApprovalState.Denied }, [store.Entry("second")], default)).ShouldBeFalse();

        (await store.Requests.FindAsync("a", default))!.State.ShouldBe(ApprovalState.Approved);
        (await store.Audit.LatestAsync(10, default)).Select(record => record.Entry.Reason).ShouldNotContain("second");
    }

    [Fact]
    public async Task A_closed_request_is_never_changed_again()
    {
        await store.Requests.SaveAsync(store.Request("a"), [], default);
        await store.Requests.SaveAsync(store.Request("a") with { Version = 2, State = ApprovalState.Denied }, [], default);

        (await store.Requests.SaveAsync(store.Request("a") with { Version = 3, State = ApprovalState.Approved }, [], default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_target_has_one_open_request()
    {
        (await store.Requests.SaveAsync(store.Request("a"), [], default)).ShouldBeTrue();
        (await store.Requests.SaveAsync(store.Request("b"), [store.Entry("b")], default)).ShouldBeFalse();
        (await store.Requests.SaveAsync(store.Request("c", "other-app"), [], default)).ShouldBeTrue();

        (await store.Audit.HeadAsync(default)).ShouldBe(AuditChain.Empty);
        (await store.Requests.ListAsync(openOnly: true, 10, default)).Select(request => request.Id).ShouldBe(["a", "c"], ignoreOrder: true);
    }

    public void Dispose() => store.Dispose();
}
