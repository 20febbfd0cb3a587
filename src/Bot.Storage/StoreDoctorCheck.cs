using Bot.Core.Audit;
using Bot.Core.Doctor;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Bot.Storage.Sqlite;

namespace Bot.Storage;

/// <summary>Is the store there, of a schema that this program knows, and does its audit log hold? Changes nothing: that it could be written is tried by taking the write lock and giving it back.</summary>
public sealed class StoreDoctorCheck(string path, IRedactor redactor, TimeProvider clock) : IDoctorCheck
{
    public string Id => "store";

    public async Task<IReadOnlyList<DoctorResult>> RunAsync(CancellationToken cancellationToken)
    {
        SqliteDatabase database;
        try
        {
            database = SqliteDatabase.OpenForReading(path);
        }
        catch (StoreUnavailableException fault) when (fault.Problem == StoreProblem.Missing)
        {
            return [new DoctorResult("store.schema", DoctorStatus.Note, new TextKey("audit.doctor.not-yet").With("place", path))];
        }
        catch (StoreUnavailableException fault)
        {
            return [new DoctorResult("store.schema", DoctorStatus.Bad, fault.Text)];
        }

        using (database)
        {
            var results = new List<DoctorResult> { new("store.schema", DoctorStatus.Good, new TextKey("audit.doctor.schema").With("place", path).With("version", SqliteSchema.Newest)), Writable() };
            try
            {
                var verdict = await new SqliteAuditLog(database, redactor, clock).VerifyAsync(cancellationToken);
                results.Add(new DoctorResult("store.chain", verdict.IsGood ? DoctorStatus.Good : DoctorStatus.Bad, verdict.Message, verdict.IsGood ? null : new TextKey("audit.doctor.chain-remedy")));
            }
            catch (StoreUnavailableException fault)
            {
                results.Add(new DoctorResult("store.chain", DoctorStatus.Bad, fault.Text));
            }

            return results;
        }
    }

    private DoctorResult Writable()
    {
        try
        {
            SqliteDatabase.ProbeWriting(path);
            return new DoctorResult("store.writable", DoctorStatus.Good, new TextKey("audit.doctor.writable").With("place", path));
        }
        catch (StoreUnavailableException fault)
        {
            return new DoctorResult("store.writable", DoctorStatus.Bad, fault.Text);
        }
    }
}
