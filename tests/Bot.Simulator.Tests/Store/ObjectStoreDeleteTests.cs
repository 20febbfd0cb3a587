using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Store;

public sealed class ObjectStoreDeleteTests
{
    private readonly TheStore the = new();

    [Fact]
    public void An_object_without_finalizers_is_gone_at_once()
    {
        the.Store.Load(TheStore.ConfigMap("a"));
        using var watch = the.Store.Watch(SimulatedKinds.ConfigMap);

        var result = the.Store.Delete(SimulatedKinds.ConfigMap, "prod", "a");

        result.Removed.ShouldBeTrue();
        the.Store.Get(SimulatedKinds.ConfigMap, "prod", "a").ShouldBeNull();
        watch.Changes.TryRead(out var change).ShouldBeTrue();
        change.ShouldNotBeNull().Type.ShouldBe(ChangeType.Deleted);
        change.Object.Body.Text("metadata", "resourceVersion").ShouldBe($"{the.Store.Revision}");
    }

    [Fact]
    public void An_object_with_finalizers_waits_and_goes_with_the_last_of_them()
    {
        var app = TheStore.Application("shop");
        app.Child("metadata")["finalizers"] = new JsonArray("resources-finalizer.argocd.argoproj.io");
        the.Store.Load(app);

        var marked = the.Store.Delete(SimulatedKinds.Application, "prod", "shop");
        var ended = the.Store.Update(SimulatedKinds.Application, "prod", "shop", static body => body.Set(null, "metadata", "finalizers"));

        marked.Removed.ShouldBeFalse();
        marked.Object.ShouldNotBeNull().Body.Text("metadata", "deletionTimestamp").ShouldBe("2026-11-21T00:30:00Z");
        marked.Object.Body.Number("metadata", "generation").ShouldBe(2);
        ended.Removed.ShouldBeTrue();
        the.Store.Get(SimulatedKinds.Application, "prod", "shop").ShouldBeNull();
    }

    [Fact]
    public void No_finalizer_can_be_added_during_deletion()
    {
        var app = TheStore.Application("shop");
        app.Child("metadata")["finalizers"] = new JsonArray("a/b");
        the.Store.Load(app);
        the.Store.Delete(SimulatedKinds.Application, "prod", "shop");

        var result = the.Store.Update(SimulatedKinds.Application, "prod", "shop", static body => body.Set(new JsonArray("a/b", "c/d"), "metadata", "finalizers"));

        result.Failure.ShouldNotBeNull().Message.ShouldEndWith("found new finalizers []string{\"c/d\"}");
    }

    [Fact]
    public void Preconditions_that_do_not_hold_stop_the_deletion()
    {
        the.Store.Load(TheStore.ConfigMap("a"));

        the.Store.Delete(SimulatedKinds.ConfigMap, "prod", "a", new DeleteRequest { Uid = "other" }).Failure.ShouldNotBeNull().Code.ShouldBe(409);
        the.Store.Delete(SimulatedKinds.ConfigMap, "prod", "a", new DeleteRequest { ResourceVersion = "0" }).Failure.ShouldNotBeNull().Code.ShouldBe(409);
        the.Store.Get(SimulatedKinds.ConfigMap, "prod", "a").ShouldNotBeNull();
    }

    [Fact]
    public void A_running_pod_gets_its_grace_and_a_forced_one_none()
    {
        the.Store.Load(TheStore.Pod("p"));

        var graceful = the.Store.Delete(SimulatedKinds.Pod, "prod", "p");
        var forced = the.Store.Delete(SimulatedKinds.Pod, "prod", "p", new DeleteRequest { GracePeriodSeconds = 0 });

        graceful.Object.ShouldNotBeNull().Body.Text("metadata", "deletionTimestamp").ShouldBe("2026-11-21T00:30:30Z");
        forced.Removed.ShouldBeTrue();
    }

    [Fact]
    public void Background_takes_the_dependents_along()
    {
        var owner = the.Store.Load(TheStore.ConfigMap("owner"));
        the.Owned(SimulatedKinds.ReplicaSet, "rs", owner);

        the.Store.Delete(SimulatedKinds.ConfigMap, "prod", "owner");

        the.Store.List(SimulatedKinds.ReplicaSet).ShouldBeEmpty();
    }

    [Fact]
    public void Foreground_waits_for_those_that_block()
    {
        var owner = the.Store.Load(TheStore.ConfigMap("owner"));
        var set = the.Owned(SimulatedKinds.ReplicaSet, "rs", owner);
        var pod = the.Owned(SimulatedKinds.Pod, "p", set);
        the.Store.Update(SimulatedKinds.Pod, "prod", "p", static body => body.Set("node-1", "spec", "nodeName"));

        var answer = the.Store.Delete(SimulatedKinds.ConfigMap, "prod", "owner", new DeleteRequest { Propagation = PropagationPolicy.Foreground });

        answer.Object.ShouldNotBeNull().Body.Texts("metadata", "finalizers").ShouldBe(["foregroundDeletion"]);
        the.Store.Get(SimulatedKinds.ConfigMap, "prod", "owner").ShouldNotBeNull();
        the.Store.Delete(SimulatedKinds.Pod, "prod", pod.Name, new DeleteRequest { GracePeriodSeconds = 0 });
        the.Store.List(SimulatedKinds.Pod).ShouldBeEmpty();
        the.Store.List(SimulatedKinds.ReplicaSet).ShouldBeEmpty();
        the.Store.Get(SimulatedKinds.ConfigMap, "prod", "owner").ShouldBeNull();
    }

    [Fact]
    public void Orphan_leaves_the_dependents_without_the_reference()
    {
        var owner = the.Store.Load(TheStore.ConfigMap("owner"));
        the.Owned(SimulatedKinds.ReplicaSet, "rs", owner);

        the.Store.Delete(SimulatedKinds.ConfigMap, "prod", "owner", new DeleteRequest { Propagation = PropagationPolicy.Orphan });

        the.Store.Get(SimulatedKinds.ConfigMap, "prod", "owner").ShouldBeNull();
        the.Store.Get(SimulatedKinds.ReplicaSet, "prod", "rs").ShouldNotBeNull().Body.At("metadata", "ownerReferences").ShouldBeNull();
    }

    [Fact]
    public void A_namespace_is_marked_and_goes_when_its_own_finalizers_are_empty()
    {
        var marked = the.Store.Delete(SimulatedKinds.Namespace, "", "prod");
        var ended = the.Store.Update(SimulatedKinds.Namespace, "", "prod", static body => body.Set(new JsonArray(), "spec", "finalizers"));

        marked.Object.ShouldNotBeNull().Body.Text("status", "phase").ShouldBe("Terminating");
        ended.Removed.ShouldBeTrue();
    }

    [Fact]
    public void A_dry_run_deletes_nothing()
    {
        the.Store.Load(TheStore.ConfigMap("a"));

        the.Store.Delete(SimulatedKinds.ConfigMap, "prod", "a", new DeleteRequest { DryRun = true }).Removed.ShouldBeTrue();

        the.Store.Get(SimulatedKinds.ConfigMap, "prod", "a").ShouldNotBeNull();
    }
}
