using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Tests.Diagnosis.Rules.Platform;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class ExternalSecretMergeNoTargetRuleTests
{
    [Fact]
    public void Fires_when_the_target_is_known_to_be_absent()
    {
        var finding = Evaluated.By(RuleIds.ArgoCdExternalSecretMergeNoTarget, new TheSnapshot().With(Merging(TimeSpan.FromSeconds(60))).Complete("Secret")).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Facts["target"].ShouldBe("db-auth");
    }

    [Fact]
    public void Believes_the_operator_where_secrets_are_not_read() =>
        Evaluated.By(RuleIds.ArgoCdExternalSecretMergeNoTarget, Merging(TimeSpan.FromMinutes(5), "SecretMissing")).ShouldHaveSingleItem();

    [Fact]
    public void Another_error_of_a_merge_says_nothing_of_its_target() =>
        Evaluated.By(RuleIds.ArgoCdExternalSecretMergeNoTarget, Merging(TimeSpan.FromMinutes(5))).ShouldBeEmpty();

    [Fact]
    public void The_first_minute_is_given() =>
        Evaluated.By(RuleIds.ArgoCdExternalSecretMergeNoTarget, Merging(TimeSpan.FromSeconds(59), "SecretMissing")).ShouldBeEmpty();

    [Fact]
    public void Owner_makes_its_target_itself() =>
        Evaluated.By(RuleIds.ArgoCdExternalSecretMergeNoTarget, Merging(TimeSpan.FromMinutes(5), "SecretMissing") with { CreationPolicy = "Owner" }).ShouldBeEmpty();

    [Fact]
    public void A_target_that_is_there_is_another_fault() =>
        Evaluated.By(RuleIds.ArgoCdExternalSecretMergeNoTarget, Merging(TimeSpan.FromMinutes(5), "SecretMissing"), new SecretMetadata { Metadata = TheMetadata.Of("wealist-prod", "db-auth") }).ShouldBeEmpty();

    private static ExternalSecret Merging(TimeSpan since, string reason = "SecretSyncedError")
    {
        var secret = ExternalSecretSyncFailedRuleTests.Failing(since);
        return secret with { CreationPolicy = "Merge", Conditions = [secret.Conditions[0] with { Reason = reason }] };
    }
}
