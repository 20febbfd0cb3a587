using System.Globalization;
using System.Reflection;
using Bot.Core.Audit;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>Numbered SQL files, each run once and in order; a store of a newer program is left alone.</summary>
internal static class SqliteSchema
{
    private const string Folder = "Migrations/sqlite/";

    private static readonly (int Version, string Resource)[] Migrations = [.. typeof(SqliteSchema).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => (int.Parse(name.AsSpan(Folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture), name))
        .Order()];

    public static int Newest => Migrations[^1].Version;

    /// <summary>0 for an empty database.</summary>
    public static int VersionOf(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'") == 0
            ? 0
            : connection.ExecuteScalar<int>("SELECT coalesce(max(version), 0) FROM migration");

    public static void RefuseNewer(int version, string path)
    {
        if (version > Newest)
        {
            throw new StoreUnavailableException(StoreProblem.NewerSchema, path, $"The store has schema {version}; this program knows up to {Newest}.");
        }
    }

    public static void Migrate(SqliteConnection connection, string path, TimeProvider clock)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = VersionOf(connection);
        RefuseNewer(version, path);
        if (version == 0)
        {
            connection.Execute("CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)");
        }

        foreach (var (number, resource) in Migrations.Where(migration => migration.Version > version))
        {
            connection.Execute(Read(resource));
            connection.Execute("INSERT INTO migration (version, name, applied_at) VALUES (@number, @name, @at)", new { number, name = resource[Folder.Length..], at = SqliteTime.Write(clock.GetUtcNow()) });
        }

        if (connection.ExecuteScalar<long>("SELECT count(*) FROM audit_head") == 0)
        {
            connection.Execute("INSERT INTO audit_head (id, length, hash) VALUES (1, 0, @hash)", new { hash = AuditChain.Start });
        }

        transaction.Commit();
    }

    private static string Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
