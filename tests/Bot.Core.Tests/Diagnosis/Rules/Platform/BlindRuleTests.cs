using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Platform;

/// <summary>Readings of a live cluster, which files cannot hold.</summary>
public sealed class BlindRuleTests
{
    private static readonly DateTimeOffset Now = TheSnapshot.Now;

    [Fact]
    public void Names_the_kinds_that_may_not_be_read()
    {
        var finding = By(Read("Pod"), new KindReading("Node", ReadingState.Forbidden, Gap: "list nodes"), new KindReading("Certificate", ReadingState.Forbidden, Gap: "list certificates.cert-manager.io")).ShouldHaveSingleItem();

        (finding.Variant, finding.Severity, finding.Facts["kinds"]).ShouldBe(("forbidden", Severity.Warning, (object)2));
        finding.Evidence.Select(evidence => evidence.Value).ShouldBe(["list certificates.cert-manager.io", "list nodes"]);
        finding.Command.ShouldBe("kubectl auth can-i list certificates.cert-manager.io");
        finding.Subject.ShouldBe(new ObjectRef("Cluster", "", "main"));
    }

    [Fact]
    public void Says_nothing_of_Secrets_which_the_default_rights_leave_out() =>
        By(Read("Pod"), new KindReading("Secret", ReadingState.Forbidden, Gap: "get secrets (argocd-secret)")).ShouldBeEmpty();

    [Theory]
    [InlineData(120, false)]
    [InlineData(121, true)]
    public void Gives_a_broken_watch_two_minutes(int seconds, bool speaks)
    {
        var found = By(Read("Pod"), new KindReading("Event", ReadingState.Read, SeenAt: Now.AddSeconds(-seconds), Gap: "connection refused"));

        found.Select(finding => finding.Variant).ShouldBe(speaks ? new[] { "stale" } : Array.Empty<string>());
    }

    [Fact]
    public void Says_that_the_cluster_is_dark_when_nothing_is_current()
    {
        var finding = By(
            new KindReading("Pod", ReadingState.Read, SeenAt: Now.AddMinutes(-10), Gap: "no route to host"),
            new KindReading("Node", ReadingState.Read, SeenAt: Now.AddMinutes(-9), Gap: "no route to host"),
            new KindReading("Rollout", ReadingState.NotInstalled, SeenAt: Now.AddMinutes(-10))).ShouldHaveSingleItem();

        (finding.Variant, finding.Since).ShouldBe(("dark", Now.AddMinutes(-10)));
    }

    [Fact]
    public void Names_a_kind_that_could_not_be_read_at_all() =>
        By(Read("Pod"), new KindReading("Node", ReadingState.Failed, Gap: "500 Internal Server Error")).ShouldHaveSingleItem().Evidence[0].Value.ShouldBe("500 Internal Server Error");

    [Fact]
    public void Is_content_with_kinds_that_are_absent_or_limited_to_namespaces_on_purpose() =>
        By(Read("Pod"), new KindReading("Rollout", ReadingState.NotInstalled, SeenAt: Now), new KindReading("Service", ReadingState.Read, ImmutableArray.Create("shop"), Now, "list services")).ShouldBeEmpty();

    [Fact]
    public void Puts_what_hurts_most_into_words_and_the_rest_into_evidence()
    {
        var finding = By(Read("Pod"), new KindReading("Event", ReadingState.Read, SeenAt: Now.AddMinutes(-5), Gap: "timeout"), new KindReading("Node", ReadingState.Forbidden, Gap: "list nodes")).ShouldHaveSingleItem();

        finding.Variant.ShouldBe("stale");
        finding.Evidence.Select(evidence => evidence.Value).ShouldBe(["timeout", "list nodes"]);
    }

    private static KindReading Read(string kind) => new(kind, ReadingState.Read, SeenAt: Now);

    private static IReadOnlyList<Finding> By(params KindReading[] readings)
    {
        var builder = new ClusterSnapshotBuilder("main");
        foreach (var reading in readings)
        {
            builder.With(reading);
        }

        return Evaluated.By(RuleIds.BotBlind, builder.Build(Now));
    }
}
