using System.Text;
using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Kubernetes.Input;
using Bot.Kubernetes.Kinds;
using Bot.Kubernetes.Tests.Kinds;
using Bot.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Kubernetes.Tests.Input;

public sealed class ManifestReaderTests
{
    public sealed class Documents
    {
        [Fact]
        public void A_malformed_document_is_told_with_its_line_and_the_others_are_read()
        {
            var input = TheManifest.Read("""
                # a comment before everything
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: one}
                ---
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: [broken
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: three}
                """);

            input.Snapshot.All<Namespace>().Select(item => item.Name).ShouldBe(["one", "three"]);
            var fault = input.Unread.ShouldHaveSingleItem();
            (fault.File, fault.Document).ShouldBe(("-", 2));
            fault.Line.ShouldBeInRange(10, 11);
            fault.Message.ShouldNotBeEmpty();
        }

        [Fact]
        public void Malformed_json_is_told_with_its_line()
        {
            var input = TheManifest.Read("{\n \"apiVersion\": \"v1\",\n \"kind\": \"Namespace\",\n \"metadata\": {\"name\": \"a\"\n}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n");

            input.Unread.ShouldHaveSingleItem().Line.ShouldBeInRange(5, 6);
            input.Snapshot.All<Namespace>().ShouldHaveSingleItem().Name.ShouldBe("b");
        }

        [Fact]
        public void Json_values_may_stand_one_after_the_other() =>
            TheManifest.Read("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}} {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"b"}}""")
                .Snapshot.All<Namespace>().Count().ShouldBe(2);

        [Fact]
        public void Yaml_in_flow_style_is_yaml() =>
            TheManifest.One<Namespace>("{apiVersion: v1, kind: Namespace, metadata: {name: a}}").Name.ShouldBe("a");

        [Fact]
        public void Lists_of_lists_and_typed_lists_are_opened()
        {
            var input = TheManifest.Read("""
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: PodList
                  items:
                  - metadata: {name: a, namespace: shop}
                - apiVersion: v1
                  kind: Namespace
                  metadata: {name: shop}
                """);

            input.Unread.ShouldBeEmpty();
            input.Snapshot.All<Pod>().ShouldHaveSingleItem().Ref.ShouldBe(new ObjectRef("Pod", "shop", "a"));
            input.Snapshot.All<Namespace>().ShouldHaveSingleItem();
        }

        [Fact]
        public void An_unknown_kind_is_left_out_without_a_word()
        {
            var input = TheManifest.Read("apiVersion: gateway.example.org/v1\nkind: Gateway\nmetadata: {name: a}\n---\napiVersion: example.org/v1\nkind: Widget\nmetadata: {}\n");

            input.Unread.ShouldBeEmpty();
            input.Snapshot.ObjectCount.ShouldBe(0);
        }

        [Theory]
        [InlineData("just a text", 1)]
        [InlineData("- a\n- b\n", 1)]
        [InlineData("metadata: {name: a}\n", 1)]
        [InlineData("\n\napiVersion: v1\nkind: Pod\nmetadata: {namespace: a}\n", 3)]
        public void What_is_no_object_is_told(string text, int line) =>
            TheManifest.Read(text).Unread.ShouldHaveSingleItem().Line.ShouldBe(line);

        [Fact]
        public void Comments_blanks_and_empty_documents_are_nothing()
        {
            var input = TheManifest.Read("# only\n---\n\n---\n# comments\n--- # here\nnull\n");

            input.Unread.ShouldBeEmpty();
            input.Snapshot.ObjectCount.ShouldBe(0);
        }

        [Fact]
        public void The_later_of_two_documents_of_one_object_counts()
        {
            var input = TheManifest.Read("""
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a","uid":"1"}}
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a","uid":"2"}}
                """);

            input.Snapshot.All<Namespace>().ShouldHaveSingleItem().Metadata.Uid.ShouldBe("2");
        }

        [Fact]
        public void Anchors_and_merges_are_filled_in()
        {
            var input = TheManifest.One<Namespace>("""
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: &name shop
                  annotations: &base {a: "1", b: "2"}
                  labels:
                    b: own
                    <<: [*base, {c: "3"}]
                    name: *name
                """);

            input.Metadata.Labels.ToDictionary().ShouldBe(new Dictionary<string, string> { ["a"] = "1", ["b"] = "own", ["c"] = "3", ["name"] = "shop" }, ignoreOrder: true);
        }

        [Fact]
        public void Aliases_that_multiply_are_refused()
        {
            var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (var level = 1; level < 12; level++)
            {
                text.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
            }

            TheManifest.Read(text.ToString()).Unread.ShouldHaveSingleItem().Message.ShouldContain("aliases");
        }

        [Fact]
        public void Depth_is_bounded()
        {
            TheManifest.Read(new string('[', 5000)).Unread.ShouldHaveSingleItem();
            TheManifest.Read("a: " + new string('[', 500) + new string(']', 500)).Unread.ShouldHaveSingleItem();
        }

        [Fact]
        public void Any_text_is_read_or_told_and_never_thrown()
        {
            var pieces = Gen.Elements("---", "\n", " ", "a", ":", "-", "{", "}", "[", "]", "\"", "'", "|", ">", "&x", "*x", "<<", "!", "!!int", "%", "@", "\t", "apiVersion: v1\n", "kind: Pod\n", "metadata: {name: a}\n", "?", "#", ",", "...", "\0", "é", "\\");
            var texts = Gen.ListOf(pieces).Select(list => string.Concat(list)).ToArbitrary();

            Prop.ForAll(texts, text => TheManifest.Read(text) is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(40));
        }
    }

    public sealed class Files : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("manifests").FullName;

        [Fact]
        public void A_folder_is_read_with_its_subfolders_and_without_what_is_no_manifest()
        {
            Write("b/two.yml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: two}\n");
            Write("one.json", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"one"}}""");
            Write("values.yaml", "replicas: 3\n");
            Write(".git/x.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: hidden}\n");
            Write("notes.txt", "nothing");

            var input = Read(folder);

            input.Unread.ShouldBeEmpty();
            input.Snapshot.All<Namespace>().Select(item => item.Name).ShouldBe(["two", "one"], ignoreOrder: true);
        }

        [Fact]
        public void A_file_that_is_not_there_is_told()
        {
            var fault = Read(Path.Combine(folder, "absent.yaml")).Unread.ShouldHaveSingleItem();

            (fault.Document, fault.Line).ShouldBe((0, 0));
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);

        private static ManifestInput Read(string path) => new ManifestReader(CompleteKinds.None).Read([path], Stream.Null, TheManifest.Now);

        private void Write(string name, string text)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    public sealed class Completeness
    {
        private const string OnePod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\n";

        [Fact]
        public void A_kind_with_an_object_is_complete_for_the_namespaces_of_the_input()
        {
            var snapshot = TheManifest.Read(OnePod).Snapshot;

            snapshot.PresenceOf(new ObjectRef("Pod", "shop", "b")).ShouldBe(Presence.Absent);
            snapshot.PresenceOf(new ObjectRef("Pod", "other", "b")).ShouldBe(Presence.Unknown);
            snapshot.PresenceOf(new ObjectRef("Service", "shop", "b")).ShouldBe(Presence.Unknown);
        }

        [Fact]
        public void An_empty_list_says_that_there_are_none()
        {
            var input = TheManifest.Read(OnePod + "---\napiVersion: v1\nkind: SecretList\nitems: []\n---\nkind: ServiceList\napiVersion: v1\nitems: null\n");

            input.Snapshot.PresenceOf(new ObjectRef("Secret", "shop", "b")).ShouldBe(Presence.Absent);
            input.Snapshot.PresenceOf(new ObjectRef("Service", "shop", "b")).ShouldBe(Presence.Absent);
            input.NotRead.ShouldNotContain("Secret");
            input.NotRead.ShouldContain("Node");
            input.NotRead.ShouldNotContain("LogExcerpt");
        }

        [Fact]
        public void ReplicaSet_namespace_and_service_account_are_never_complete()
        {
            var snapshot = TheManifest.Read("""
                {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"a","namespace":"shop"}}
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}}
                {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"a","namespace":"shop"}}
                """).Snapshot;

            snapshot.PresenceOf(new ObjectRef("ReplicaSet", "shop", "b")).ShouldBe(Presence.Unknown);
            snapshot.PresenceOf(new ObjectRef("Namespace", "", "b")).ShouldBe(Presence.Unknown);
            snapshot.PresenceOf(new ObjectRef("ServiceAccount", "shop", "b")).ShouldBe(Presence.Unknown);
        }

        [Fact]
        public void Complete_overrides()
        {
            TheManifest.Read(OnePod, "replicaset,Service").Snapshot.PresenceOf(new ObjectRef("ReplicaSet", "x", "b")).ShouldBe(Presence.Absent);
            TheManifest.Read(OnePod, "all").NotRead.ShouldBeEmpty();
            CompleteKinds.Parse("Pod,Podd", out var unknown).ShouldBeNull();
            unknown.ShouldBe("Podd");
        }

        [Fact]
        public void Log_excerpts_of_several_containers_of_one_pod_are_all_kept()
        {
            var input = TheManifest.Read("""
                apiVersion: bot/v1
                kind: LogExcerpt
                metadata: {namespace: shop, name: a}
                spec: {container: web, previous: true, takenAt: "2026-11-21T00:00:00Z", lines: ["boom", "bang"]}
                ---
                apiVersion: bot/v1
                kind: LogExcerpt
                metadata: {namespace: shop, name: a}
                spec: {container: web, previous: false, lines: []}
                ---
                apiVersion: bot/v1
                kind: VolumeUsage
                metadata: {namespace: shop, name: data}
                spec: {usedBytes: 95, capacityBytes: 100, inodesUsed: 1, inodes: 2}
                ---
                apiVersion: bot/v1
                kind: ProbeResult
                metadata: {namespace: "", name: prod}
                spec: {environment: prod, url: "https://a", expect: 200, status: null, error: refused}
                """);

            input.Unread.ShouldBeEmpty();
            input.Snapshot.All<LogExcerpt>().Select(item => item.Lines.Length).ShouldBe([0, 2]);
            input.Snapshot.All<VolumeUsage>().ShouldHaveSingleItem().UsedBytes.ShouldBe(95);
            input.Snapshot.All<ProbeResult>().ShouldHaveSingleItem().Error.ShouldBe("refused");
        }

        [Fact]
        public void A_secret_in_the_input_leaves_no_value_behind()
        {
            var input = TheManifest.Read("""{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a","namespace":"shop","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"aHVzaA=="}},"data":{"key":"aHVzaA=="},"stringData":{"b":"hush"}}""");

            RecordText.Of(input.Snapshot.All<SecretMetadata>().ShouldHaveSingleItem()).ShouldNotContain("aHVzaA");
        }
    }

    public sealed class Dumps
    {
        [SharedTheory]
        [InlineData("broken.json")]
        [InlineData("healthy.json")]
        public void A_dump_is_read_without_a_rest(string name)
        {
            var path = SharedFiles.PathOf("recordings", "dumps", name);
            using var dump = JsonDocument.Parse(File.ReadAllBytes(path));

            var input = new ManifestReader(CompleteKinds.None).Read([path], Stream.Null, TheManifest.Now);

            input.Unread.ShouldBeEmpty();
            input.Snapshot.ObjectCount.ShouldBe(dump.RootElement.GetProperty("items").GetArrayLength());
            input.NotRead.ShouldContain("Secret");
        }

        [SharedTheory]
        [InlineData("broken.json")]
        [InlineData("healthy.json")]
        public void A_dump_as_yaml_gives_the_records_of_the_dump_as_json(string name)
        {
            var json = File.ReadAllText(SharedFiles.PathOf("recordings", "dumps", name));

            var fromYaml = TheManifest.Read(YamlOf.Json(json));
            var fromJson = TheManifest.Read(json);

            fromYaml.Unread.ShouldBeEmpty();
            Texts(fromYaml).ShouldBe(Texts(fromJson));
        }

        private static string[] Texts(ManifestInput input) =>
            [.. KindTable.All.Select(entry => entry.Kind).SelectMany(kind => input.Snapshot.All<ClusterObject>(kind)).Select(RecordText.Of)];
    }
}
