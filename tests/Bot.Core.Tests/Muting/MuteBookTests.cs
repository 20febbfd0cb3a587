using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;
using Bot.Core.Muting;
using Bot.Core.Tests.Diagnosis;
using Bot.Testing.Builders;
using static Bot.Core.Tests.Diagnosis.DiagnoserTests;

namespace Bot.Core.Tests.Muting;

public sealed class MuteBookTests
{
    private static readonly ObjectRef Database = new("StatefulSet", "shop", "db");
    private static readonly ObjectRef Client = new("Deployment", "shop", "web");
    private static readonly DateTimeOffset Tomorrow = TheSnapshot.Now.AddDays(1);

    [Fact]
    public void A_muted_finding_counts_no_more_and_is_listed()
    {
        var diagnosis = Muted(new Mute("x.database", Tomorrow, "moved on Tuesday"));

        diagnosis.Count(Severity.Critical).ShouldBe(1);
        diagnosis.Muted.ShouldHaveSingleItem().Mute!.Reason.ShouldBe("moved on Tuesday");
        DiagnosisExit.CodeOf([diagnosis], []).ShouldBe(DiagnosisExit.Critical, "the client was not muted");
    }

    [Fact]
    public void What_stands_under_a_muted_root_is_told_for_itself() =>
        Muted(new Mute("x.database", Tomorrow, "known")).Roots.ShouldHaveSingleItem().Rule.ShouldBe("x.client");

    [Fact]
    public void A_mute_that_has_ended_holds_nothing_back_and_is_told()
    {
        var diagnosis = Muted(new Mute("x.database", TheSnapshot.Now, "known"));

        diagnosis.Muted.ShouldBeEmpty();
        diagnosis.EndedMutes.ShouldHaveSingleItem();
        diagnosis.Roots.ShouldHaveSingleItem().Rule.ShouldBe("x.database");
    }

    [Theory]
    [InlineData("shop", "", true)]
    [InlineData("shop", "db", true)]
    [InlineData("", "StatefulSet/db", true)]
    [InlineData("mail", "", false)]
    [InlineData("", "Deployment/db", false)]
    [InlineData("shop", "d", false)]
    public void Namespace_and_object_must_fit(string @namespace, string name, bool isMuted) =>
        Muted(new Mute("x.database", Tomorrow, "known") { Namespace = @namespace, Object = name }).Muted.Any().ShouldBe(isMuted);

    [Fact]
    public void An_environment_must_hold_the_object()
    {
        Muted(new Mute("x.database", Tomorrow, "known") { Environment = "prod" }).Muted.ShouldNotBeEmpty();
        Muted(new Mute("x.database", Tomorrow, "known") { Environment = "dev" }).Muted.ShouldBeEmpty();
    }

    private static ClusterDiagnosis Muted(Mute mute)
    {
        var snapshot = TheSnapshot.Empty;
        var directory = new EnvironmentDirectory([new EnvironmentDefinition("prod", "") { Namespaces = ["shop"] }, new EnvironmentDefinition("dev", "") { Namespaces = ["shop-dev"] }], []);
        var diagnosis = Diagnose(
            snapshot,
            ARule.Finding("x.database", A("x.database", Database, Severity.Critical)),
            ARule.Finding("x.client", A("x.client", Client, Severity.Critical) with { PointsTo = [Database] }));
        return new MuteBook([mute]).Apply(diagnosis, () => directory.ScopesOf(snapshot));
    }
}
