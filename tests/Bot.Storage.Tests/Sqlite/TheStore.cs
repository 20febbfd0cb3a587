using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Clusters;
using Bot.Core.Redaction;
using Bot.Core.Remediation;
using Bot.Core.Remediation.Goals;
using Bot.Core.Texts;
using Bot.Storage.Sqlite;
using Bot.Testing;

namespace Bot.Storage.Tests.Sqlite;

/// <summary>A store in a folder of its own, gone with the test.</summary>
internal sealed class TheStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bot-store-");

    public TheStore()
    {
        Path = System.IO.Path.Combine(folder.FullName, "bot.db");
        Database = SqliteDatabase.Open(Path, Clock);
        Audit = new SqliteAuditLog(Database, Redactor, Clock);
        Requests = new SqliteApprovalStore(Database, Audit);
        Tokens = new SqliteTokenStore(Database, Audit, Clock);
    }

    public static IRedactor Redactor { get; } = new MaskPassword();

    public string Path { get; }

    public ManualClock Clock { get; } = new();

    public SqliteDatabase Database { get; }

    public SqliteAuditLog Audit { get; }

    public SqliteApprovalStore Requests { get; }

    public SqliteTokenStore Tokens { get; }

    public static Actor Mina { get; } = new("console", "mina", "Mina", new Person("mina", "Mina", ["ops"]));

    public AuditEntry Entry(string reason = "because") => new() { Kind = AuditKinds.RequestCreated, Time = Clock.GetUtcNow(), Actor = Mina, Reason = reason };

    public ApprovalRequest Request(string id, string target = "wealist-apps-prod")
    {
        var plan = new Plan
        {
            Action = ActionIds.ClearOperation,
            Cluster = "main",
            Environment = "prod",
            Target = new ObjectRef("Application", "argocd", target),
            Title = new TextKey("remediation.action.clear-operation.title").With("app", target),
            Steps =
            [
                new PlanStep
                {
                    Action = ActionIds.ClearOperation,
                    Tier = RiskTier.R2,
                    Title = new TextKey("remediation.step.refresh").With("app", target),
                    Target = new ObjectRef("Application", "argocd", target),
                    Uid = "u1",
                    Preconditions = [new Precondition("/operation", null), new Precondition("/a", "\"x\"")],
                    Request = new ClusterRequest { Verb = ClusterVerb.JsonPatch, Group = "argoproj.io", Version = "v1alpha1", Resource = "applications", Kind = "Application", Namespace = "argocd", Name = target, Body = "[]" },
                    Diff = [new DiffLine("/a", "\"x\"", null)],
                    Expect = [new FieldExpectation("/a", ["1"], true) { NoneOf = ["2"], OrElse = new FieldExpectation("/b", []) }],
                    Command = "kubectl patch",
                },
            ],
            Risk = new TextKey("remediation.action.clear-operation.risk"),
            Undo = new TextKey("remediation.action.clear-operation.undo"),
            Cautions = [new TextKey("remediation.unstick.young").With("age", TimeSpan.FromMinutes(3)).With("at", Clock.GetUtcNow()).With("n", 3).With("nested", new TextKey("remediation.goal.blind"))],
            Goal = new ApplicationGoal("argocd", target) { EarlierStart = Clock.GetUtcNow(), PinnedRevision = "a1b2c3d" },
        };
        return new ApprovalRequest
        {
            Id = id,
            Version = 1,
            Plan = plan,
            PlanHash = PlanHash.Of(plan),
            Requester = Mina,
            CreatedAt = Clock.GetUtcNow(),
            ExpiresAt = Clock.GetUtcNow().AddHours(4),
            Steps = [new StepProgress(1, StepState.Waiting, "", null, null)],
        };
    }

    public void Dispose()
    {
        Database.Dispose();
        folder.Delete(recursive: true);
    }

    private sealed class MaskPassword : IRedactor
    {
        public string Mask(string text) => text.Replace("hunter2", "***", StringComparison.Ordinal);
    }
}
