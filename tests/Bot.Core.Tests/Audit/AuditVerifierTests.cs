using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Audit;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Audit;

public sealed class AuditVerifierTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 0, 3, 56, TimeSpan.FromHours(9));

    [Fact]
    public async Task A_log_that_nobody_touched_holds()
    {
        var (records, head) = Log(5);

        var verdict = await Verify(records, head);

        verdict.IsGood.ShouldBeTrue();
        verdict.Verified.ShouldBe(5);
        verdict.LastHash.ShouldBe(head.Hash);
    }

    [Fact]
    public async Task An_empty_log_holds() => (await Verify([], AuditChain.Empty)).IsGood.ShouldBeTrue();

    [Fact]
    public void Any_alteration_of_any_record_is_found_at_its_place() => Prop.ForAll(
        (from count in Gen.Choose(1, 12) from place in Gen.Choose(0, count - 1) from change in Gen.Choose(0, Alterations.Length - 1) select (count, place, change)).ToArbitrary(),
        it =>
        {
            var (records, head) = Log(it.count);
            records[it.place] = Alterations[it.change](records[it.place]);
            var fault = Verify(records, head).GetAwaiter().GetResult().Break;
            return fault is { Kind: AuditBreakKind.Altered } && fault.Sequence == it.place + 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_dropped_record_is_found_at_its_place() => Prop.ForAll(
        (from count in Gen.Choose(1, 12) from place in Gen.Choose(0, count - 1) select (count, place)).ToArbitrary(),
        it =>
        {
            var (records, head) = Log(it.count);
            records.RemoveAt(it.place);
            var fault = Verify(records, head).GetAwaiter().GetResult().Break;
            return fault is not null && fault.Sequence == it.place + 1 && fault.Kind == (it.place == it.count - 1 ? AuditBreakKind.TailCut : AuditBreakKind.Missing);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_two_records_that_changed_places_are_found_at_the_first_of_them() => Prop.ForAll(
        (from count in Gen.Choose(2, 12) from first in Gen.Choose(0, count - 2) from second in Gen.Choose(first + 1, count - 1) from renumbered in Gen.Elements(true, false) select (count, first, second, renumbered)).ToArbitrary(),
        it =>
        {
            var (records, head) = Log(it.count);
            (records[it.first], records[it.second]) = (records[it.second], records[it.first]);
            if (it.renumbered)
            {
                records[it.first] = records[it.first] with { Sequence = it.first + 1 };
                records[it.second] = records[it.second] with { Sequence = it.second + 1 };
            }

            var fault = Verify(records, head).GetAwaiter().GetResult().Break;
            return fault is { Kind: AuditBreakKind.Reordered } && fault.Sequence == it.first + 1 && fault.Found == it.second + 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_cut_tail_is_found() => Prop.ForAll(
        (from count in Gen.Choose(1, 12) from kept in Gen.Choose(0, count - 1) select (count, kept)).ToArbitrary(),
        it =>
        {
            var (records, head) = Log(it.count);
            var verdict = Verify(records.Take(it.kept), head).GetAwaiter().GetResult();
            return verdict.Break is { Kind: AuditBreakKind.TailCut } fault && fault.Sequence == it.kept + 1 && fault.Found == it.kept && verdict.Verified == it.kept;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_record_put_in_or_written_twice_is_found()
    {
        var (records, head) = Log(4);
        records.Insert(2, records[1]);

        (await Verify(records, head)).Break.ShouldBe(new AuditBreak(AuditBreakKind.Reordered, 3, 2));
    }

    [Fact]
    public async Task A_forged_record_after_the_end_is_found()
    {
        var (records, head) = Log(3);
        records.Add(AuditChain.Append(head, Entry(9)));

        (await Verify(records, head)).Break.ShouldBe(new AuditBreak(AuditBreakKind.HeadMismatch, 4));
    }

    [Fact]
    public void The_canonical_form_is_read_back_and_no_other_form_is()
    {
        var entry = Entry(1) with
        {
            Reason = "\"quoted\" \\ tab\t line\n 배포 멈춤 🟠 \u0001",
            Details = ImmutableSortedDictionary<string, string>.Empty.Add("b", "2").Add("a", "1").Add("B", "3"),
        };
        var text = CanonicalJson.Of(entry);

        CanonicalJson.Of(CanonicalJson.Parse(text)!).ShouldBe(text);
        text.ShouldContain("\"details\":{\"B\":\"3\",\"a\":\"1\",\"b\":\"2\"}");
        CanonicalJson.Parse(text.Replace(",\"kind\"", ", \"kind\"", StringComparison.Ordinal)).ShouldBeNull();
        CanonicalJson.Parse(text + "\n").ShouldBeNull();
        CanonicalJson.Parse("{}").ShouldBeNull();
        CanonicalJson.Parse("").ShouldBeNull();
    }

    [Fact]
    public async Task The_export_holds_every_record_on_a_line_with_its_hashes()
    {
        var (records, head) = Log(3);
        using var output = new StringWriter();

        (await AuditExport.WriteAsync(records.ToAsyncEnumerable(), output, default)).ShouldBe(3);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[2].ShouldEndWith($"\"hash\":\"{head.Hash}\",\"previousHash\":\"{records[1].Hash}\",\"sequence\":3}}");
    }

    private static readonly Func<AuditRecord, AuditRecord>[] Alterations =
    [
        record => record with { Entry = record.Entry with { Kind = AuditKinds.VoteApproved } },
        record => record with { Entry = record.Entry with { Time = record.Entry.Time.AddTicks(1) } },
        record => record with { Entry = record.Entry with { Actor = record.Entry.Actor with { UserId = "jun" } } },
        record => record with { Entry = record.Entry with { Actor = record.Entry.Actor with { Person = null } } },
        record => record with { Entry = record.Entry with { Actor = record.Entry.Actor with { Person = new Person("mina", "Mina", ["ops", "lead"]) } } },
        record => record with { Entry = record.Entry with { Reason = record.Entry.Reason + " " } },
        record => record with { Entry = record.Entry with { Outcome = "approved" } },
        record => record with { Entry = record.Entry with { RequestId = "x" } },
        record => record with { Entry = record.Entry with { Target = "Application/argocd/other" } },
        record => record with { Entry = record.Entry with { Details = record.Entry.Details.Add("more", "") } },
        record => record with { PreviousHash = AuditChain.HashOf(0, "", "") },
        record => record with { Hash = AuditChain.HashOf(0, "", "") },
        record => record with { IsDamaged = true },
    ];

    private static (List<AuditRecord> Records, AuditHead Head) Log(int count)
    {
        var records = new List<AuditRecord>();
        var head = AuditChain.Empty;
        for (var number = 1; number <= count; number++)
        {
            records.Add(AuditChain.Append(head, Entry(number)));
            head = new AuditHead(number, records[^1].Hash);
        }

        return (records, head);
    }

    private static AuditEntry Entry(int number) => new()
    {
        Kind = AuditKinds.RequestCreated,
        Time = Start.AddSeconds(number),
        Actor = new Actor("discord", "mina-d", "Mina", new Person("mina", "Mina", ["ops"])),
        Reason = $"reason {number}",
    };

    private static Task<AuditVerdict> Verify(IEnumerable<AuditRecord> records, AuditHead head) => AuditVerifier.VerifyAsync(records.ToAsyncEnumerable(), head, CancellationToken.None);
}
