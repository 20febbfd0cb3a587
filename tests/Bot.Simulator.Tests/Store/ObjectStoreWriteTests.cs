using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Store;

public sealed class ObjectStoreWriteTests
{
    private readonly TheStore the = new();

    [Fact]
    public void Creating_gives_uid_time_generation_and_a_higher_version()
    {
        var before = the.Store.Revision;

        var created = the.Store.Create(SimulatedKinds.Application, "prod", TheStore.Application("shop")).Object.ShouldNotBeNull();

        created.Revision.ShouldBe(before + 1);
        created.Uid.Length.ShouldBe(36);
        created.Body.Text("metadata", "creationTimestamp").ShouldBe("2026-11-21T00:30:00Z");
        created.Body.Number("metadata", "generation").ShouldBe(1);
        created.Body.Text("metadata", "resourceVersion").ShouldBe($"{before + 1}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_uids()
    {
        var other = new TheStore();

        var first = the.Store.Load(TheStore.ConfigMap("a"));
        var second = other.Store.Load(TheStore.ConfigMap("a"));

        first.Uid.ShouldBe(second.Uid);
    }

    [Fact]
    public void Creating_twice_is_refused()
    {
        the.Store.Create(SimulatedKinds.ConfigMap, "prod", TheStore.ConfigMap("a"));

        var again = the.Store.Create(SimulatedKinds.ConfigMap, "prod", TheStore.ConfigMap("a"));

        again.Failure.ShouldNotBeNull().Reason.ShouldBe("AlreadyExists");
    }

    [Fact]
    public void Creating_where_the_namespace_is_missing_names_the_namespace()
    {
        var refused = the.Store.Create(SimulatedKinds.ConfigMap, "nowhere", TheStore.ConfigMap("a"));

        refused.Failure.ShouldNotBeNull().Message.ShouldBe("namespaces \"nowhere\" not found");
    }

    [Fact]
    public void Creating_where_the_namespace_ends_is_forbidden()
    {
        the.Store.Delete(SimulatedKinds.Namespace, "", "prod");

        var refused = the.Store.Create(SimulatedKinds.ConfigMap, "prod", TheStore.ConfigMap("a"));

        refused.Failure.ShouldNotBeNull().Code.ShouldBe(403);
        refused.Failure.Details.ShouldNotBeNull().Causes[0].Reason.ShouldBe("NamespaceTerminating");
    }

    [Fact]
    public void A_change_that_changes_nothing_moves_no_version_and_tells_nobody()
    {
        var held = the.Store.Load(TheStore.ConfigMap("a"));
        using var watch = the.Store.Watch(SimulatedKinds.ConfigMap);

        var result = the.Store.Update(SimulatedKinds.ConfigMap, "prod", "a", static body => body.Set("1", "data", "key"));

        result.Object.ShouldNotBeNull().Revision.ShouldBe(held.Revision);
        watch.Changes.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void A_stale_version_is_a_conflict()
    {
        the.Store.Load(TheStore.ConfigMap("a"));

        var result = the.Store.Update(SimulatedKinds.ConfigMap, "prod", "a", static body => body.Set("1", "metadata", "resourceVersion"));

        result.Failure.ShouldNotBeNull().Reason.ShouldBe("Conflict");
    }

    [Fact]
    public void A_foreign_uid_is_a_conflict()
    {
        the.Store.Load(TheStore.ConfigMap("a"));

        var result = the.Store.Update(SimulatedKinds.ConfigMap, "prod", "a", static body => body.Set("other", "metadata", "uid"));

        result.Failure.ShouldNotBeNull().Message.ShouldContain("UID in precondition: other");
    }

    [Fact]
    public void The_generation_of_an_application_grows_with_its_status_but_not_with_its_metadata()
    {
        the.Store.Load(TheStore.Application("shop"));

        var annotated = the.Store.Update(SimulatedKinds.Application, "prod", "shop", static body => body.Set("hard", "metadata", "annotations", "refresh"));
        var status = the.Store.Update(SimulatedKinds.Application, "prod", "shop", static body => body.Set("Synced", "status", "sync", "status"));

        annotated.Object.ShouldNotBeNull().Body.Number("metadata", "generation").ShouldBe(1);
        status.Object.ShouldNotBeNull().Body.Number("metadata", "generation").ShouldBe(2);
    }

    [Fact]
    public void The_generation_of_a_built_in_kind_grows_with_its_spec_alone()
    {
        the.Store.Load(TheStore.Pod("p"));

        var status = the.Store.Update(SimulatedKinds.Pod, "prod", "p", static body => body.Set("Failed", "status", "phase"));
        var spec = the.Store.Update(SimulatedKinds.Pod, "prod", "p", static body => body.Set(5, "spec", "priority"));

        status.Object.ShouldNotBeNull().Body.Number("metadata", "generation").ShouldBe(1);
        spec.Object.ShouldNotBeNull().Body.Number("metadata", "generation").ShouldBe(2);
    }

    [Fact]
    public void A_write_to_the_main_resource_leaves_the_status_and_a_write_to_the_status_leaves_the_spec()
    {
        the.Store.Load(TheStore.Pod("p"));

        ObjectEdit Both(JsonObject body)
        {
            body.Set("Failed", "status", "phase");
            body.Set(7, "spec", "priority");
            return ObjectEdit.To(body);
        }

        var main = the.Store.Write(SimulatedKinds.Pod, "prod", "p", Both, new WriteRequest { Scope = WriteScope.Main, DryRun = true });
        var status = the.Store.Write(SimulatedKinds.Pod, "prod", "p", Both, new WriteRequest { Scope = WriteScope.Status, DryRun = true });

        main.Object.ShouldNotBeNull().Body.Text("status", "phase").ShouldBe("Running");
        main.Object.Body.Number("spec", "priority").ShouldBe(7);
        status.Object.ShouldNotBeNull().Body.Text("status", "phase").ShouldBe("Failed");
        status.Object.Body.At("spec", "priority").ShouldBeNull();
    }

    [Fact]
    public void A_dry_run_stores_nothing()
    {
        the.Store.Load(TheStore.ConfigMap("a"));
        var before = the.Store.Revision;

        the.Store.Write(
            SimulatedKinds.ConfigMap,
            "prod",
            "a",
            static body =>
            {
                body.Set("2", "data", "key");
                return ObjectEdit.To(body);
            },
            new WriteRequest { DryRun = true }).Object.ShouldNotBeNull().Body.Text("data", "key").ShouldBe("2");

        the.Store.Get(SimulatedKinds.ConfigMap, "prod", "a").ShouldNotBeNull().Body.Text("data", "key").ShouldBe("1");
        the.Store.Revision.ShouldBe(before);
    }

    [Fact]
    public void Many_writers_lose_no_change()
    {
        the.Store.Load(TheStore.ConfigMap("a", "0"));

        Parallel.For(0, 200, _ => the.Store.Update(SimulatedKinds.ConfigMap, "prod", "a", static body =>
            body.Set($"{int.Parse(body.Text("data", "key")!) + 1}", "data", "key")));

        the.Store.Get(SimulatedKinds.ConfigMap, "prod", "a").ShouldNotBeNull().Body.Text("data", "key").ShouldBe("200");
    }
}
