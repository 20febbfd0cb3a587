using System.Text.Json.Nodes;
using Bot.Simulator.Controllers;
using Bot.Simulator.Git;

namespace Bot.Simulator.Scenarios;

/// <summary>Reads a scenario and the parts that it includes. Offsets become times here, counted from the start.</summary>
internal sealed class ScenarioReader(ScenarioFiles files, DateTimeOffset start)
{
    private static readonly string[] StepKeys = [.. ManifestReader.Keys, "at", "push", "refresh", "apply", "create", "delete", "deleteNamespaces", "deletePods", "patch"];
    private readonly List<GitRepository> repositories = [];
    private readonly List<Behaviour> behaviours = [];
    private readonly List<TimelineStep> steps = [];
    private readonly HashSet<string> included = new(StringComparer.Ordinal);

    public Scenario Read(string name)
    {
        var root = files.Read(name) ?? throw Unknown(name);
        Take(root);
        return new Scenario(name, root.Text("title", name), repositories, behaviours, [.. steps.OrderBy(static step => step.At)]);
    }

    private ScenarioException Unknown(string name)
    {
        var nearest = NearestNames.Of(name, files.Names());
        return new ScenarioException($"There is no scenario '{name}'. {(nearest.Count > 0 ? "Did you mean " + string.Join(" or ", nearest) : "Known are " + string.Join(", ", files.Names()))}?");
    }

    private void Take(ScenarioNode root)
    {
        root.Only("title", "about", "include", "repositories", "behaviours", "timeline");
        foreach (var part in root.List("include"))
        {
            if (included.Add(part.Scalar))
            {
                Take(files.Read(part.Scalar) ?? throw part.Fault($"there is no file '{part.Scalar}' to include"));
            }
        }

        foreach (var repository in root.List("repositories"))
        {
            CommitReader.Read(repository, repositories);
        }

        behaviours.AddRange(root.List("behaviours").Select(Behaviour));
        foreach (var step in root.List("timeline"))
        {
            steps.Add(Step(step.Only(StepKeys)));
        }
    }

    private Behaviour Behaviour(ScenarioNode node)
    {
        node.Only("workload", "kind", "logs", "message", "exitCode", "runs", "from", "onlyNewPods", "untilReady", "untilSecret", "needsMemory", "tag");
        var kind = node.Need("kind");
        if (!Enum.TryParse<BehaviourKind>(kind.Scalar, out var parsed))
        {
            throw kind.Fault($"'{kind.Scalar}' is no behaviour; known are {string.Join(", ", Enum.GetNames<BehaviourKind>())}");
        }

        return new Behaviour
        {
            Workload = node.Need("workload").Scalar,
            Kind = parsed,
            Logs = node.Texts("logs"),
            Message = node.Text("message", ""),
            ExitCode = node.Whole("exitCode") ?? 1,
            Runs = node.Offset("runs") ?? TimeSpan.FromSeconds(3),
            From = node.Offset("from") is { } from ? start + from : null,
            OnlyNewPods = node.Text("onlyNewPods") == "true",
            UntilReady = node.Text("untilReady"),
            UntilSecret = node.Text("untilSecret"),
            NeedsMemory = node.Find("needsMemory") is { } memory ? Quantity.Bytes(memory.Scalar) ?? throw memory.Fault($"'{memory.Scalar}' is no amount of memory") : 0,
            Tag = node.Text("tag"),
        };
    }

    private TimelineStep Step(ScenarioNode node)
    {
        var at = node.Offset("at") ?? throw node.Fault("'at' is missing");
        if (at > TimeSpan.Zero)
        {
            throw node.Need("at").Fault("a timeline tells the past: its offsets are not positive");
        }

        var reader = new ManifestReader(repositories.Count > 0 ? repositories[0].Url : "", repositories.Count > 0 ? repositories[0].MainBranch : "HEAD");
        return new TimelineStep(at)
        {
            Push = [.. node.List("push").Select(Push)],
            Refresh = node.Texts("refresh"),
            Apply = node.Texts("apply"),
            Create = [.. ManifestReader.Items(node).SelectMany(item => reader.Read(node, item)), .. node.List("create").SelectMany(entry => Objects(reader, entry.Only(ManifestReader.Keys)))],
            Delete = node.Texts("delete"),
            DeleteNamespaces = node.Texts("deleteNamespaces"),
            DeletePods = node.Texts("deletePods"),
            Patch = [.. node.List("patch").Select(static entry => (entry.Need("object").Scalar, entry.Need("fields").JsonObject()))],
        };
    }

    private static IEnumerable<JsonObject> Objects(ManifestReader reader, ScenarioNode entry) =>
        ManifestReader.Items(entry).SelectMany(item => reader.Read(entry, item));

    private GitPush Push(ScenarioNode node)
    {
        var sha = node.Only("commit", "branch").Need("commit");
        var repository = repositories.FirstOrDefault(known => known.Find(sha.Scalar) is not null) ?? throw sha.Fault($"no repository has a commit '{sha.Scalar}'");
        return new GitPush(repository.Url, node.Text("branch", repository.MainBranch), sha.Scalar);
    }
}
