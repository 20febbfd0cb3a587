using Bot.Core.Audit;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>
/// The SQLite file: opens connections as we need them (WAL, <c>synchronous=FULL</c>) and lets one writer in at a time.
/// Readers, other processes included, never wait for the writer.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private const int BusySeconds = 5;

    private readonly SemaphoreSlim writer = new(1);
    private readonly string connectionText;
    private SqliteConnection? keeper;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    private SqliteDatabase(string path, bool readOnly, int busySeconds)
    {
        Path = path;
        IsReadOnly = readOnly;
        connectionText = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = busySeconds,
            Pooling = false,
        }.ToString();
    }

    public string Path { get; }

    public bool IsReadOnly { get; }

    /// <summary>Opens the store for the program that writes, makes it if it is not there (mode 0600), and brings its schema up to date.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be used; the exception says why and what to do.</exception>
    public static SqliteDatabase Open(string path, TimeProvider clock) => Open(path, clock, BusySeconds);

    /// <summary>Opens the store for reading beside a running bot. It is never made or changed.</summary>
    /// <exception cref="StoreUnavailableException">It is not there, or cannot be read.</exception>
    public static SqliteDatabase OpenForReading(string path)
    {
        if (!File.Exists(path))
        {
            throw new StoreUnavailableException(StoreProblem.Missing, path, "There is no store.");
        }

        var database = new SqliteDatabase(path, readOnly: true, BusySeconds);
        database.Read(connection =>
        {
            var version = SqliteSchema.VersionOf(connection);
            if (version < SqliteSchema.Newest)
            {
                throw new StoreUnavailableException(StoreProblem.OlderSchema, path, $"The store has schema {version}; this program reads {SqliteSchema.Newest}.");
            }

            SqliteSchema.RefuseNewer(version, path);
            return version;
        });
        return database;
    }

    /// <summary>Takes the write lock of an existing store and gives it back.</summary>
    /// <exception cref="StoreUnavailableException">It could not be written.</exception>
    public static void ProbeWriting(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = BusySeconds, Pooling = false }.ToString());
            connection.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            transaction.Rollback();
        }
        catch (Exception fault) when (SqliteFaults.IsStoreFault(fault))
        {
            throw SqliteFaults.Translate(fault, path);
        }
    }

    public void Dispose()
    {
        keeper?.Dispose();
        writer.Dispose();
    }

    internal static SqliteDatabase Open(string path, TimeProvider clock, int busySeconds)
    {
        var database = new SqliteDatabase(path, readOnly: false, busySeconds);
        try
        {
            CreatePrivately(path);

            // Kept open: when the last connection closes, SQLite folds the write-ahead log away, and each write would pay for that.
            database.keeper = database.Connect();
            database.keeper.Execute("PRAGMA journal_mode = WAL");
            SqliteSchema.Migrate(database.keeper, path, clock);
            return database;
        }
        catch (Exception fault)
        {
            database.Dispose();
            if (SqliteFaults.IsStoreFault(fault))
            {
                throw SqliteFaults.Translate(fault, path);
            }

            throw;
        }
    }

    /// <summary>Reads in one consistent view of the data.</summary>
    internal T Read<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: true);
            var result = work(connection);
            transaction.Commit();
            return result;
        }
        catch (Exception fault) when (SqliteFaults.IsStoreFault(fault))
        {
            throw SqliteFaults.Translate(fault, Path);
        }
    }

    /// <summary>Writes in one transaction that is durable when this returns. The work returns null to take everything back.</summary>
    /// <exception cref="AuditUnwritableException">Nothing was written.</exception>
    internal async Task<T?> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T?> work, CancellationToken cancellationToken)
        where T : class
    {
        await writer.WaitAsync(cancellationToken);
        try
        {
            return Write(work);
        }
        catch (Exception fault) when (SqliteFaults.IsStoreFault(fault))
        {
            var known = SqliteFaults.Translate(fault, Path);
            throw new AuditUnwritableException(known.Message, known);
        }
        finally
        {
            writer.Release();
        }
    }

    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionText);
        try
        {
            connection.Open();
            if (!IsReadOnly)
            {
                connection.Execute("PRAGMA synchronous = FULL");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite itself knows no asynchronous work; its own methods of that name block all the same.
    private T? Write<T>(Func<SqliteConnection, SqliteTransaction, T?> work)
        where T : class
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work(connection, transaction);
        if (result is not null)
        {
            transaction.Commit();
        }

        return result;
    }

    private static void CreatePrivately(string path)
    {
        // Opening a file beside SQLite and closing it again would drop SQLite's locks on it.
        if (File.Exists(path))
        {
            return;
        }

        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var made = new FileStream(path, options);
    }
}
