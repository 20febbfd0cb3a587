using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Platform;

public sealed class ExternalSecretSyncFailedRuleTests
{
    [Fact]
    public void Fires_as_a_warning_while_no_pod_needs_the_secret()
    {
        var finding = Evaluated.By(RuleIds.EsoSyncFailed, Failing(TimeSpan.FromMinutes(5))).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Facts["reason"].ShouldBe("SecretSyncedError");
        finding.PointsTo.ShouldBe([new ObjectRef("ClusterSecretStore", "", "aws")]);
        finding.Evidence.ShouldContain(fact => fact.Value == "unknown", "the Secret was not asked for");
    }

    [Fact]
    public void Is_critical_when_a_pod_needs_the_secret() =>
        Evaluated.By(RuleIds.EsoSyncFailed, Failing(TimeSpan.FromMinutes(5)), new ThePod().NotReady().With(pod => pod with { Secrets = ["db-auth"] }).Build())
            .ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);

    [Fact]
    public void A_failing_store_is_told_with_those_that_use_it()
    {
        var store = new SecretStore { Metadata = TheMetadata.Of("", "aws"), IsClusterWide = true, Conditions = [NotReady(TimeSpan.FromMinutes(5), "InvalidProviderConfig")] };

        var finding = Evaluated.By(RuleIds.EsoSyncFailed, store, Failing(TimeSpan.FromMinutes(1))).ShouldHaveSingleItem();

        finding.Subject.ShouldBe(store.Ref);
        finding.Variant.ShouldBe("store");
        finding.Affected.ShouldBe([new ObjectRef("ExternalSecret", "wealist-prod", "db")]);
    }

    [Fact]
    public void Five_minutes_are_given() => Evaluated.By(RuleIds.EsoSyncFailed, Failing(TimeSpan.FromSeconds(299))).ShouldBeEmpty();

    [Fact]
    public void A_merge_without_a_target_is_told_by_another_rule() =>
        Evaluated.By(RuleIds.EsoSyncFailed, new TheSnapshot().With(Failing(TimeSpan.FromMinutes(5)) with { CreationPolicy = "Merge" }).Complete("Secret")).ShouldBeEmpty();

    [Fact]
    public void Ready_or_not_yet_judged_is_fine() =>
        Evaluated.By(
            RuleIds.EsoSyncFailed,
            Failing(TimeSpan.FromHours(1)) with { Conditions = [new Condition("Ready", "True", "SecretSynced", "", TheSnapshot.Now.AddHours(-1))] },
            Failing(TimeSpan.FromHours(1)) with { Conditions = [] }).ShouldBeEmpty();

    internal static ExternalSecret Failing(TimeSpan since) => new()
    {
        Metadata = TheMetadata.Of("wealist-prod", "db"),
        StoreKind = "ClusterSecretStore",
        StoreName = "aws",
        TargetName = "db-auth",
        Conditions = [NotReady(since, "SecretSyncedError")],
    };

    private static Condition NotReady(TimeSpan since, string reason) => new("Ready", "False", reason, "could not get secret data from provider", TheSnapshot.Now - since);
}
