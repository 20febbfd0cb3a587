using Bot.Core.Audit;
using Dapper;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteAuditLogTests : IDisposable
{
    private readonly TheStore store = new();

    [Fact]
    public async Task The_log_begins_with_its_own_start_and_its_chain_holds()
    {
        await store.Audit.AppendAsync([store.Entry("one"), store.Entry("two")], default);

        var records = await store.Audit.ReadAsync(1, default).ToListAsync();
        records.Select(record => record.Entry.Kind).ShouldBe([AuditKinds.LogStarted, AuditKinds.RequestCreated, AuditKinds.RequestCreated]);
        var verdict = await store.Audit.VerifyAsync(default);
        verdict.IsGood.ShouldBeTrue();
        verdict.Verified.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_appended_is_masked()
    {
        await store.Audit.AppendAsync([store.Entry("the password is hunter2")], default);

        (await store.Audit.LatestAsync(1, default))[0].Entry.Reason.ShouldBe("the password is ***");
    }

    [Theory]
    [InlineData("UPDATE audit_record SET entry = replace(entry, 'why 3', 'why 9') WHERE sequence = 4", AuditBreakKind.Altered, 4)]
    [InlineData("UPDATE audit_record SET entry = entry || ' ' WHERE sequence = 4", AuditBreakKind.Altered, 4)]
    [InlineData("UPDATE audit_record SET entry = replace(entry, '{\"action\"', '{\"x\":\"1\",\"action\"') WHERE sequence = 4", AuditBreakKind.Altered, 4)]
    [InlineData("UPDATE audit_record SET hash = previous_hash WHERE sequence = 4", AuditBreakKind.Altered, 4)]
    [InlineData("DELETE FROM audit_record WHERE sequence = 4", AuditBreakKind.Missing, 4)]
    [InlineData("DELETE FROM audit_record WHERE sequence > 4", AuditBreakKind.TailCut, 5)]
    [InlineData("UPDATE audit_record SET sequence = 100 WHERE sequence = 4; UPDATE audit_record SET sequence = 4 WHERE sequence = 5; UPDATE audit_record SET sequence = 5 WHERE sequence = 100", AuditBreakKind.Reordered, 4)]
    [InlineData("UPDATE audit_head SET length = 3", AuditBreakKind.HeadMismatch, 4)]
    [InlineData("UPDATE audit_head SET hash = 'x'", AuditBreakKind.HeadMismatch, 7)]
    [InlineData("DELETE FROM audit_head", AuditBreakKind.HeadMismatch, 1)]
    public async Task Tampering_with_the_table_is_found_at_its_place(string sql, AuditBreakKind kind, long sequence)
    {
        await store.Audit.AppendAsync([.. Enumerable.Range(1, 6).Select(number => store.Entry($"why {number}"))], default);
        using (var connection = store.Database.Connect())
        {
            connection.Execute(sql);
        }

        var fault = (await store.Audit.VerifyAsync(default)).Break.ShouldNotBeNull();
        fault.Kind.ShouldBe(kind);
        fault.Sequence.ShouldBe(sequence);
    }

    [Fact]
    public async Task More_than_a_page_is_read_to_the_end()
    {
        await store.Audit.AppendAsync([.. Enumerable.Range(1, 1200).Select(number => store.Entry($"why {number}"))], default);

        (await store.Audit.ReadAsync(1, default).CountAsync()).ShouldBe(1201);
    }

    public void Dispose() => store.Dispose();
}
