using Bot.Core.Audit;
using Bot.Hosting;
using Bot.Storage.Sqlite;

namespace Bot.CommandLine;

/// <summary>Opens the store for reading, beside a running bot or without one.</summary>
public static class StoreReading
{
    public static async Task<int> WithAsync(Invocation invocation, Func<SqliteDatabase, SqliteAuditLog, Task<int>> work)
    {
        if (ConfigurationReport.Tell(invocation) is { } faulty)
        {
            return faulty;
        }

        try
        {
            using var database = SqliteDatabase.OpenForReading(BotComposition.StorePath(invocation.Configuration.Options, invocation.DataDirectory));
            return await work(database, new SqliteAuditLog(database, invocation.Redactor, invocation.Clock));
        }
        catch (StoreUnavailableException fault)
        {
            return Answer.Fail(invocation, ExitCode.Usage, fault.Text);
        }
    }
}
