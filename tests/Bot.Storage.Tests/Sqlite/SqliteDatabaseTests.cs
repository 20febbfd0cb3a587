using Bot.Core.Audit;
using Bot.Core.Doctor;
using Bot.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TheStore store = new();

    [Fact]
    public async Task Another_process_reads_while_the_bot_writes()
    {
        await store.Audit.AppendAsync([store.Entry("one")], default);
        using var reading = SqliteDatabase.OpenForReading(store.Path);
        var log = new SqliteAuditLog(reading, TheStore.Redactor, store.Clock);

        await store.Audit.AppendAsync([store.Entry("two")], default);

        (await log.LatestAsync(1, default))[0].Entry.Reason.ShouldBe("two");
        (await log.VerifyAsync(default)).IsGood.ShouldBeTrue();
        await Should.ThrowAsync<AuditUnwritableException>(() => log.AppendAsync([store.Entry("three")], default));
    }

    [Fact]
    public void A_store_that_is_not_there_is_said_and_not_made()
    {
        var path = store.Path + ".none";

        Problem(() => SqliteDatabase.OpenForReading(path)).ShouldBe(StoreProblem.Missing);
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public void A_store_of_a_newer_program_is_left_alone()
    {
        using (var connection = store.Database.Connect())
        {
            connection.Execute("INSERT INTO migration (version, name, applied_at) VALUES (999, 'later', '')");
        }

        Problem(() => SqliteDatabase.Open(store.Path, store.Clock)).ShouldBe(StoreProblem.NewerSchema);
        Problem(() => SqliteDatabase.OpenForReading(store.Path)).ShouldBe(StoreProblem.NewerSchema);
    }

    [Fact]
    public void A_file_that_is_no_database_is_said()
    {
        var path = store.Path + ".txt";
        File.WriteAllText(path, new string('x', 5000));

        Problem(() => SqliteDatabase.Open(path, store.Clock)).ShouldBe(StoreProblem.Corrupt);
    }

    [Fact]
    public async Task A_locked_database_means_that_nothing_is_done()
    {
        using var impatient = SqliteDatabase.Open(store.Path, store.Clock, busySeconds: 1);
        using var holder = store.Database.Connect();
        using var transaction = holder.BeginTransaction(deferred: false);

        var fault = await Should.ThrowAsync<AuditUnwritableException>(() => new SqliteAuditLog(impatient, TheStore.Redactor, store.Clock).AppendAsync([store.Entry()], default));

        fault.InnerException.ShouldBeOfType<StoreUnavailableException>().Problem.ShouldBe(StoreProblem.Locked);
    }

    [Fact]
    public async Task A_full_disk_means_that_nothing_is_done_and_nothing_is_lost()
    {
        await store.Audit.AppendAsync([store.Entry("before")], default);
        using var connection = store.Database.Connect();
        var pages = connection.ExecuteScalar<long>("PRAGMA page_count");
        connection.Execute($"PRAGMA max_page_count = {pages}");
        using var transaction = connection.BeginTransaction(deferred: false);

        var fault = Should.Throw<SqliteException>(() => store.Audit.Append(connection, transaction, [.. Enumerable.Range(0, 200).Select(_ => store.Entry(new string('x', 500)))]));
        transaction.Rollback();

        SqliteFaults.Translate(fault, store.Path).Problem.ShouldBe(StoreProblem.Full);
        (await store.Audit.VerifyAsync(default)).Verified.ShouldBe(2);
    }

    [Fact]
    public void The_file_belongs_to_its_owner_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(store.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Every_commit_is_flushed()
    {
        using var connection = store.Database.Connect();

        connection.ExecuteScalar<string>("PRAGMA journal_mode").ShouldBe("wal");
        connection.ExecuteScalar<long>("PRAGMA synchronous").ShouldBe(2);
    }

    [Fact]
    public async Task The_doctor_sees_a_good_store_a_broken_chain_and_none()
    {
        await store.Audit.AppendAsync([store.Entry("one")], default);
        var check = new StoreDoctorCheck(store.Path, TheStore.Redactor, store.Clock);
        (await check.RunAsync(default)).ShouldAllBe(result => result.Status == DoctorStatus.Good);

        using (var connection = store.Database.Connect())
        {
            connection.Execute("DELETE FROM audit_record WHERE sequence = 1");
        }

        (await check.RunAsync(default)).Single(result => result.CheckId == "store.chain").Status.ShouldBe(DoctorStatus.Bad);
        (await new StoreDoctorCheck(store.Path + ".none", TheStore.Redactor, store.Clock).RunAsync(default)).Single().Status.ShouldBe(DoctorStatus.Note);
    }

    [Fact]
    public async Task A_token_is_found_by_its_text_until_it_expires_or_is_revoked()
    {
        var issued = await store.Tokens.IssueAsync(TheStore.Mina, TimeSpan.FromDays(30), default);

        (await store.Tokens.FindAsync(issued.Text, default)).ShouldBe(issued.Token);
        (await store.Tokens.FindAsync(issued.Text + "x", default)).ShouldBeNull();
        (await store.Tokens.RevokeAsync(issued.Token.Id, TheStore.Mina with { Person = new("jun", "Jun", []) }, default)).ShouldBeFalse();
        (await store.Tokens.RevokeAsync(issued.Token.Id, TheStore.Mina, default)).ShouldBeTrue();
        (await store.Tokens.FindAsync(issued.Text, default)).ShouldBeNull();

        var second = await store.Tokens.IssueAsync(TheStore.Mina, TimeSpan.FromDays(30), default);
        store.Clock.Advance(TimeSpan.FromDays(30));
        (await store.Tokens.FindAsync(second.Text, default)).ShouldBeNull();
        (await store.Audit.ReadAsync(1, default).Select(record => record.Entry.Kind).ToListAsync()).ShouldBe([AuditKinds.LogStarted, AuditKinds.TokenIssued, AuditKinds.TokenRevoked, AuditKinds.TokenIssued]);
        (await File.ReadAllTextAsync(store.Path + "-wal")).ShouldNotContain(second.Text);
    }

    public void Dispose() => store.Dispose();

    private static StoreProblem Problem(Func<SqliteDatabase> open) => Should.Throw<StoreUnavailableException>(() => open().Dispose()).Problem;
}
