using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class WaitedResourceGoneRuleTests
{
    [Fact]
    public void Fires_when_the_awaited_object_is_not_there()
    {
        var finding = Diagnose.By<WaitedResourceGoneRule>(Snapshot(TimeSpan.FromMinutes(15)).Complete("Deployment")).ShouldHaveSingleItem().ShouldSpeak();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Facts["waited"].ShouldBe("Deployment/api");
    }

    [Fact]
    public void Is_critical_after_half_an_hour() =>
        Diagnose.By<WaitedResourceGoneRule>(Snapshot(TimeSpan.FromMinutes(30)).Complete("Deployment")).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);

    [Fact]
    public void Fires_when_it_is_being_deleted()
    {
        var leaving = new TheDeployment("api").With(it => it with { Metadata = it.Metadata with { DeletedAt = TheSnapshot.Now.AddMinutes(-12), Finalizers = ["example.com/hold"] } }).Build();

        Diagnose.By<WaitedResourceGoneRule>(Snapshot(TimeSpan.FromMinutes(15)).With(leaving)).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("deleting");
    }

    [Fact]
    public void Is_silent_just_under_ten_minutes() => Diagnose.By<WaitedResourceGoneRule>(Snapshot(TimeSpan.FromSeconds(599)).Complete("Deployment")).ShouldBeEmpty();

    [Fact]
    public void An_object_that_is_there_is_not_gone() => Diagnose.By<WaitedResourceGoneRule>(Snapshot(TimeSpan.FromMinutes(15)).With(new TheDeployment("api").Build())).ShouldBeEmpty();

    [Fact]
    public void A_kind_that_was_not_read_proves_nothing()
    {
        Diagnose.By<WaitedResourceGoneRule>(Snapshot(TimeSpan.FromMinutes(15))).ShouldBeEmpty();
        Diagnose.By<WaitedResourceGoneRule>(Snapshot(TimeSpan.FromMinutes(15)).Forbidden("Deployment")).ShouldBeEmpty();
    }

    [Fact]
    public void Of_another_cluster_nothing_is_known()
    {
        var app = App(TimeSpan.FromMinutes(15)).With(it => it with { Destination = new ApplicationDestination("https://east.example", "", "wealist-prod") });

        Diagnose.By<WaitedResourceGoneRule>(new TheSnapshot().With(app.Build()).Complete("Deployment")).ShouldBeEmpty();
    }

    private static TheSnapshot Snapshot(TimeSpan since) => new TheSnapshot().With(App(since).Build());

    private static TheApplication App(TimeSpan since) =>
        new TheApplication("board-service-prod", destination: "wealist-prod").Running("waiting for healthy state of apps/Deployment/api", since);
}
