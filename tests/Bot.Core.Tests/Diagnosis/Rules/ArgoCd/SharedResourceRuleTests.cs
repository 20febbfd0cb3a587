using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class SharedResourceRuleTests
{
    private const string Warning = "ConfigMap/common is part of applications argocd/one and two";

    [Fact]
    public void Fires_and_names_both()
    {
        var finding = Evaluated.By(RuleIds.ArgoCdSharedResource, An("one", Warning), An("two")).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Facts["resource"].ShouldBe("ConfigMap/common");
        finding.Facts["other"].ShouldBe("two");
        finding.Affected.ShouldBe([new ObjectRef("Application", "argocd", "two")]);
    }

    [Fact]
    public void Told_by_both_it_is_one_fault()
    {
        var diagnosis = DiagnoserTests.Diagnose(TheSnapshot.Of(An("one", Warning), An("two", Warning)), RuleCatalogue.Find(RuleIds.ArgoCdSharedResource)!);

        diagnosis.Roots.ShouldHaveSingleItem().Subject.Name.ShouldBe("one");
        diagnosis.Findings.Length.ShouldBe(2);
    }

    [Fact]
    public void A_stale_label_of_an_application_that_is_gone_is_no_conflict() =>
        Evaluated.By(RuleIds.ArgoCdSharedResource, An("one", Warning)).ShouldBeEmpty();

    [Fact]
    public void Another_warning_is_another_matter() =>
        Evaluated.By(RuleIds.ArgoCdSharedResource, An("one") with { Conditions = [new ApplicationCondition("RepeatedResourceWarning", Warning, null)] }, An("two")).ShouldBeEmpty();

    [Fact]
    public void An_application_out_of_sight_may_exist()
    {
        var snapshot = new ClusterSnapshotBuilder("").Add(An("one", Warning)).With(new KindReading("Application", ReadingState.Partial)).Build(TheSnapshot.Now);

        Evaluated.By(RuleIds.ArgoCdSharedResource, snapshot).ShouldHaveSingleItem();
    }

    private static Application An(string name, string? warning = null) => new()
    {
        Metadata = TheMetadata.Of("argocd", name),
        Conditions = warning is null ? [] : [new ApplicationCondition("SharedResourceWarning", warning, TheSnapshot.Now.AddHours(-1))],
    };
}
