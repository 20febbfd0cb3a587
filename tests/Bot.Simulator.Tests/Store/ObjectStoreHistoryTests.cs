using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Store;

public sealed class ObjectStoreHistoryTests
{
    private readonly TheStore the = new(new StoreOptions { HistoryLength = 3 });

    [Fact]
    public void A_watch_resumes_after_the_revision_it_knows()
    {
        var first = the.Store.Load(TheStore.ConfigMap("a"));
        the.Store.Load(TheStore.ConfigMap("b"));

        using var watch = the.Store.TryWatch(SimulatedKinds.ConfigMap, "prod", first.Revision).ShouldNotBeNull();

        watch.Changes.TryRead(out var change).ShouldBeTrue();
        change.ShouldNotBeNull().Object.Name.ShouldBe("b");
        watch.Changes.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void A_watch_from_a_forgotten_revision_is_refused()
    {
        foreach (var name in (string[])["a", "b", "c", "d"])
        {
            the.Store.Load(TheStore.ConfigMap(name));
        }

        the.Store.ForgottenRevision.ShouldBe(2);
        the.Store.TryWatch(SimulatedKinds.ConfigMap, null, 1).ShouldBeNull();
        the.Store.TryWatch(SimulatedKinds.ConfigMap, null, 2).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void An_older_list_is_told_as_it_was()
    {
        var a = the.Store.Load(TheStore.ConfigMap("a"));
        the.Store.Delete(SimulatedKinds.ConfigMap, "prod", "a");
        the.Store.Load(TheStore.ConfigMap("b"));

        the.Store.ListAt(SimulatedKinds.ConfigMap, "prod", a.Revision).ShouldNotBeNull().ShouldHaveSingleItem().Name.ShouldBe("a");
        the.Store.ListAt(SimulatedKinds.ConfigMap, "prod", 99).ShouldBeNull();
    }

    [Fact]
    public void A_watch_of_another_kind_or_namespace_stays_silent()
    {
        using var pods = the.Store.Watch(SimulatedKinds.Pod);
        using var elsewhere = the.Store.Watch(SimulatedKinds.ConfigMap, "dev");

        the.Store.Load(TheStore.ConfigMap("a"));

        pods.Changes.TryRead(out _).ShouldBeFalse();
        elsewhere.Changes.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void Lists_come_ordered_by_namespace_and_name()
    {
        foreach (var name in (string[])["b", "a"])
        {
            the.Store.Load(TheStore.ConfigMap(name));
        }

        the.Store.List(SimulatedKinds.ConfigMap).Select(static held => held.Key).ShouldBe(["prod/a", "prod/b"]);
    }
}
