using Bot.Core.Clusters;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Remediation;

/// <summary>A plan of steps that each set one field of one Application.</summary>
internal static class ThePlan
{
    public const string Object = """{"metadata":{"uid":"u1","resourceVersion":"1"},"a":"old","b":"old","c":"old"}""";

    public static Plan Of(params string[] fields) => Of(RiskTier.R2, fields);

    public static Plan Of(RiskTier tier, params string[] fields) => new()
    {
        Action = "clear-operation",
        Cluster = "main",
        Environment = "prod",
        Target = new ObjectRef("Application", "argocd", "wealist-apps-prod"),
        Title = new TextKey("remediation.action.clear-operation.title"),
        Steps = [.. fields.Select(field => Step(field, tier))],
        Risk = new TextKey("remediation.action.clear-operation.risk"),
        Undo = new TextKey("remediation.action.clear-operation.undo"),
        Goal = new TheGoal(),
    };

    public static PlanStep Step(string field, RiskTier tier = RiskTier.R2, string kind = "Application", string group = "argoproj.io", string @namespace = "argocd") => new()
    {
        Action = "clear-operation",
        Tier = tier,
        Title = new TextKey("remediation.step.refresh"),
        Target = new ObjectRef(kind, @namespace, "wealist-apps-prod"),
        Uid = "u1",
        Preconditions = [new Precondition($"/{field}", "\"old\"")],
        Request = new ClusterRequest
        {
            Verb = ClusterVerb.JsonPatch,
            Group = group,
            Version = "v1alpha1",
            Resource = "applications",
            Kind = kind,
            Namespace = @namespace,
            Name = "wealist-apps-prod",
            Body = $$"""[{"op":"test","path":"/metadata/uid","value":"u1"},{"op":"test","path":"/{{field}}","value":"old"},{"op":"add","path":"/{{field}}","value":"new"}]""",
        },
        Diff = [new DiffLine($"/{field}", "\"old\"", "\"new\"")],
        Expect = [new FieldExpectation($"/{field}", ["\"new\""])],
        Command = "kubectl patch",
    };
}

/// <summary>A goal that a test decides.</summary>
internal sealed record TheGoal : PlanGoal
{
    public static GoalState Reached { get; } = new(GoalProgress.Reached);

    public Func<GoalState> Now { get; init; } = () => Reached;

    public override GoalState Judge(ClusterSnapshot before, ClusterSnapshot now) => Now();

    public override string ToString() => nameof(TheGoal);
}
