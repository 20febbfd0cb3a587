using Bot.Core.Audit;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>Tells from SQLite's result code what people can do about it.</summary>
internal static class SqliteFaults
{
    public static bool IsStoreFault(Exception fault) => fault is SqliteException or IOException or UnauthorizedAccessException;

    public static StoreUnavailableException Translate(Exception fault, string place) => new(ProblemOf(fault), place, fault.Message, fault);

    /// <summary>19 = constraint: the row is there already, or another open request has the target.</summary>
    public static bool IsConflict(SqliteException fault) => fault.SqliteErrorCode == 19;

    private static StoreProblem ProblemOf(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => StoreProblem.Locked,
        SqliteException { SqliteErrorCode: 13 } => StoreProblem.Full,
        SqliteException { SqliteErrorCode: 11 or 26 } => StoreProblem.Corrupt,
        SqliteException { SqliteErrorCode: 3 or 8 or 14 or 23 } or UnauthorizedAccessException => StoreProblem.NotPermitted,
        _ => StoreProblem.Failed,
    };
}
