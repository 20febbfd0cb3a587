using System.Globalization;
using System.Text.Json;
using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Storage.Documents;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>Requests in SQLite, in the same database and transaction as their audit records.</summary>
public sealed class SqliteApprovalStore(SqliteDatabase database, SqliteAuditLog audit) : IApprovalStore
{
    public Task<ApprovalRequest?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(
        database.Read(connection => connection.QuerySingleOrDefault<Row>("SELECT id, format, document FROM approval_request WHERE id = @id", new { id }) is { } row ? ToRequest(row) : null));

    public Task<IReadOnlyList<ApprovalRequest>> ListAsync(bool openOnly, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ApprovalRequest>>(
        database.Read(connection => connection
            .Query<Row>($"SELECT id, format, document FROM approval_request {(openOnly ? "WHERE is_open = 1" : "")} ORDER BY created_at DESC, id LIMIT @limit", new { limit })
            .Select(ToRequest)
            .ToArray()));

    public async Task<bool> SaveAsync(ApprovalRequest request, IReadOnlyList<AuditEntry> records, CancellationToken cancellationToken)
    {
        var saved = await database.WriteAsync(
            (connection, transaction) =>
            {
                if (!TrySave(connection, transaction, request))
                {
                    return null;
                }

                if (records.Count > 0)
                {
                    audit.Append(connection, transaction, records);
                }

                return request;
            },
            cancellationToken);
        return saved is not null;
    }

    private static bool TrySave(SqliteConnection connection, SqliteTransaction transaction, ApprovalRequest request)
    {
        var row = new
        {
            request.Id,
            request.Version,
            Earlier = request.Version - 1,
            State = request.State.ToString(),
            IsOpen = request.IsFinal ? 0 : 1,
            request.Plan.Cluster,
            request.Plan.Environment,
            Target = request.Plan.Target.ToString(),
            request.Plan.Action,
            request.PlanHash,
            Requester = request.Requester.Person?.Id ?? "",
            CreatedAt = SqliteTime.Write(request.CreatedAt),
            ExpiresAt = SqliteTime.Write(request.ExpiresAt),
            RequestDocument.Format,
            Document = RequestDocument.Write(request),
        };
        if (request.Version > 1)
        {
            // Terminal states are never left: a closed row takes no other version.
            return connection.Execute(
                "UPDATE approval_request SET version = @Version, state = @State, is_open = @IsOpen, format = @Format, document = @Document WHERE id = @Id AND version = @Earlier AND is_open = 1",
                row,
                transaction) == 1;
        }

        try
        {
            connection.Execute(
                """
                INSERT INTO approval_request (id, version, state, is_open, cluster, environment, target, action, plan_hash, requester, created_at, expires_at, format, document)
                VALUES (@Id, @Version, @State, @IsOpen, @Cluster, @Environment, @Target, @Action, @PlanHash, @Requester, @CreatedAt, @ExpiresAt, @Format, @Document)
                """,
                row,
                transaction);
            return true;
        }
        catch (SqliteException fault) when (SqliteFaults.IsConflict(fault))
        {
            return false;
        }
    }

    private ApprovalRequest ToRequest(Row row)
    {
        if (row.Format != RequestDocument.Format)
        {
            throw new StoreUnavailableException(StoreProblem.NewerSchema, database.Path, string.Create(CultureInfo.InvariantCulture, $"Request {row.Id} has format {row.Format}; this program knows {RequestDocument.Format}."));
        }

        try
        {
            return RequestDocument.Read(row.Document);
        }
        catch (JsonException fault)
        {
            throw new StoreUnavailableException(StoreProblem.Corrupt, database.Path, $"Request {row.Id} cannot be read: {fault.Message}", fault);
        }
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public int Format { get; init; }

        public string Document { get; init; } = "";
    }
}
