using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Core.Diagnosis;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Bot.Kubernetes.Input;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Diagnosis;

/// <summary>What holds for whatever input: the whole cases of all rules, changed at random.</summary>
public sealed class AnyInputTests
{
    private const int Runs = 150;

    private static readonly ImmutableArray<RuleCase> Cases = [.. RuleCase.All().Where(found => found.IsFolder)];

    private static readonly DiagnosisJson Json = new(new Localizer(Language.En, TimeZoneInfo.Utc), new Redactor());

    [Fact]
    public void The_order_of_the_input_changes_nothing() => Check((found, seed) =>
    {
        var documents = found.Documents.ToArray();
        new System.Random(seed).Shuffle(documents);

        Told(found, documents).ShouldBe(Told(found, found.Documents), $"{found.Name}, seed {seed}");
    });

    [Fact]
    public void A_healthy_object_that_has_nothing_to_do_with_it_adds_no_finding() => Check((found, seed) =>
    {
        var read = found.Documents.Select(document => (string?)document["kind"]).ToHashSet();
        var healthy = HealthyObjects(found.Now).Where(item => read.Contains((string?)item["kind"])).ToArray();
        if (healthy.Length == 0)
        {
            return;
        }

        var added = healthy[new System.Random(seed).Next(healthy.Length)];

        Diagnose(found, [.. found.Documents, added]).Findings.Select(finding => finding.Id)
            .ShouldBeSubsetOf(Diagnose(found, found.Documents).Findings.Select(finding => finding.Id), $"{found.Name} and {added["kind"]}");
    });

    [Fact]
    public void A_status_that_lacks_fields_stops_no_rule() => Check((found, seed) =>
    {
        var random = new System.Random(seed);
        var documents = found.Documents.Select(document => document.DeepClone().AsObject()).ToList();
        foreach (var status in documents.Select(document => document["status"]).OfType<JsonObject>())
        {
            Thin(status, random);
        }

        documents.Where(document => random.Next(10) == 0).ToList().ForEach(document => document.Remove("status"));

        Diagnose(found, documents).FailedRules.ShouldBeEmpty(found.Name);
    });

    [Fact]
    public void A_field_of_another_type_stops_no_rule_and_is_named() => Check((found, seed) =>
    {
        var random = new System.Random(seed);
        var documents = found.Documents.Select(document => document.DeepClone().AsObject()).ToList();
        var document = documents[random.Next(documents.Count)];
        if (document["metadata"]?["name"] is null || document["status"] is not JsonObject)
        {
            return;
        }

        document["status"] = new JsonArray(1, 2);
        var diagnosis = Diagnose(found, documents);

        diagnosis.FailedRules.ShouldBeEmpty(found.Name);
    });

    private static void Check(Action<Case, int> holds)
    {
        var read = new Dictionary<int, Case>();
        Prop.ForAll(Gen.Choose(0, Cases.Length - 1).SelectMany(index => Gen.Choose(0, int.MaxValue - 1).Select(seed => (index, seed))).ToArbitrary(), pair =>
        {
            if (!read.TryGetValue(pair.index, out var found))
            {
                read[pair.index] = found = Case.Of(Cases[pair.index]);
            }

            holds(found, pair.seed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithQuietOnSuccess(true));
    }

    private static void Thin(JsonNode node, System.Random random)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var name in map.Select(pair => pair.Key).ToList())
                {
                    if (random.Next(4) == 0)
                    {
                        map.Remove(name);
                    }
                    else if (map[name] is { } value)
                    {
                        Thin(value, random);
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    if (item is not null)
                    {
                        Thin(item, random);
                    }
                }

                break;
            default:
                break;
        }
    }

    private static string Told(Case found, IEnumerable<JsonObject> documents)
    {
        var diagnosis = Diagnose(found, documents);
        return Json.Write([diagnosis], [], diagnosis.Now);
    }

    private static ClusterDiagnosis Diagnose(Case found, IEnumerable<JsonObject> documents) => Diagnosed.From(documents, found.Now, found.Complete);

    /// <summary>One well object of each of the usual kinds, in a namespace of its own.</summary>
    private static IEnumerable<JsonObject> HealthyObjects(DateTimeOffset now)
    {
        var since = Written(now.AddDays(-2));
        var just = Written(now.AddMinutes(-1));
        string[] manifests =
        [
            """{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"unrelated","name":"calm-6797f58b49-abcde","uid":"u1","creationTimestamp":"SINCE","labels":{"app":"calm","pod-template-hash":"6797f58b49"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"calm-6797f58b49","uid":"u2","controller":true}]},"spec":{"restartPolicy":"Always","containers":[{"name":"calm","image":"registry.example/calm:1.0.0","resources":{"requests":{"cpu":"10m","memory":"10Mi"}}}]},"status":{"phase":"Running","startTime":"SINCE","conditions":[{"type":"PodScheduled","status":"True","lastTransitionTime":"SINCE"},{"type":"ContainersReady","status":"True","lastTransitionTime":"SINCE"},{"type":"Ready","status":"True","lastTransitionTime":"SINCE"}],"containerStatuses":[{"name":"calm","ready":true,"restartCount":0,"image":"registry.example/calm:1.0.0","state":{"running":{"startedAt":"SINCE"}}}]}}""",
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"namespace":"unrelated","name":"calm","generation":1,"creationTimestamp":"SINCE"},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"calm"}}},"status":{"observedGeneration":1,"replicas":1,"readyReplicas":1,"availableReplicas":1,"updatedReplicas":1,"conditions":[{"type":"Available","status":"True","lastTransitionTime":"SINCE"},{"type":"Progressing","status":"True","reason":"NewReplicaSetAvailable","lastTransitionTime":"SINCE"}]}}""",
            """{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"namespace":"unrelated","name":"calm","creationTimestamp":"SINCE"},"spec":{"storageClassName":"","volumeName":"calm"},"status":{"phase":"Bound"}}""",
            """{"apiVersion":"v1","kind":"Node","metadata":{"name":"calm","creationTimestamp":"SINCE"},"status":{"allocatable":{"cpu":"1","memory":"1Gi","pods":"10"},"conditions":[{"type":"Ready","status":"True","lastHeartbeatTime":"SINCE","lastTransitionTime":"SINCE"}]}}""",
            """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"namespace":"unrelated","name":"calm","creationTimestamp":"SINCE"}}""",
            """{"apiVersion":"batch/v1","kind":"Job","metadata":{"namespace":"unrelated","name":"calm","creationTimestamp":"SINCE"},"status":{"succeeded":1,"startTime":"SINCE","completionTime":"SINCE","conditions":[{"type":"Complete","status":"True","lastTransitionTime":"SINCE"}]}}""",
            """{"apiVersion":"argoproj.io/v1alpha1","kind":"Application","metadata":{"namespace":"argocd","name":"unrelated","creationTimestamp":"SINCE"},"spec":{"project":"default","source":{"repoURL":"https://git.example/unrelated.git","path":"unrelated","targetRevision":"main"},"destination":{"server":"https://kubernetes.default.svc","namespace":"unrelated"}},"status":{"reconciledAt":"JUST","sync":{"status":"Synced","revision":"abc"},"health":{"status":"Healthy"}}}""",
        ];
        return manifests.Select(manifest => JsonNode.Parse(manifest.Replace("SINCE", since, StringComparison.Ordinal).Replace("JUST", just, StringComparison.Ordinal))!.AsObject());
    }

    private static string Written(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record Case(string Name, List<JsonObject> Documents, DateTimeOffset Now, CompleteKinds Complete)
    {
        public static Case Of(RuleCase found)
        {
            var folder = Path.Combine([Bot.Testing.SharedFiles.RepositoryRoot, .. RuleCase.Root.Split('/'), found.Rule, found.Name]);
            using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "case.json")));
            var complete = settings.RootElement.TryGetProperty("complete", out var kinds) ? kinds.GetString()! : "";
            return new Case(found.ToString(), Diagnosis.Documents.Of(Path.Combine(folder, "input.yaml")), settings.RootElement.GetProperty("now").GetDateTimeOffset(), CompleteKinds.Parse(complete, out _)!);
        }
    }
}
