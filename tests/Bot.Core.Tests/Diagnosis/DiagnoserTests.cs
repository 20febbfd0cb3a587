using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Core.Tests.Diagnosis;

public sealed class DiagnoserTests
{
    private static readonly DiagnosisContext Context = new(TheSnapshot.Now);

    [Fact]
    public void Key_is_hashed_as_the_contract_says()
    {
        // printf 'pod.oom||wealist-prod|Deployment/media-service' | sha256sum
        FindingKey.IdOf("pod.oom", "", new ObjectRef("Deployment", "wealist-prod", "media-service")).ShouldBe("804496733391");
    }

    [Fact]
    public void Pods_of_one_owner_become_one_finding_with_the_newest_as_subject()
    {
        var older = new ThePod("media-service-6797f58b49-aaaaa").Created(TimeSpan.FromMinutes(50)).Build();
        var newer = new ThePod("media-service-6797f58b49-bbbbb").Created(TimeSpan.FromMinutes(20)).Build();

        var diagnosis = Diagnose(TheSnapshot.Of(older, newer), ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, older.Ref, Severity.Critical), A(RuleIds.PodOom, newer.Ref)));

        var finding = diagnosis.Findings.ShouldHaveSingleItem();
        finding.Subject.ShouldBe(newer.Ref);
        finding.Severity.ShouldBe(Severity.Critical);
        finding.TopOwner.ShouldBe(new ObjectRef("Deployment", "wealist-prod", "media-service"));
        finding.Affected.ShouldBe([finding.TopOwner, older.Ref]);
    }

    [Fact]
    public void An_unhealthy_application_that_manages_the_owner_is_affected()
    {
        var pod = new ThePod().Build();
        var application = new Application
        {
            Metadata = TheMetadata.Of("argocd", "media-service-prod"),
            HealthStatus = "Degraded",
            Resources = [new ApplicationResource { Kind = "Deployment", Namespace = "wealist-prod", Name = "media-service" }],
        };

        Diagnose(TheSnapshot.Of(pod, application), ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, pod.Ref)))
            .Findings.Single().Affected.ShouldContain(application.Ref);
        Diagnose(TheSnapshot.Of(pod, application with { HealthStatus = "Healthy" }), ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, pod.Ref)))
            .Findings.Single().Affected.ShouldNotContain(application.Ref);
    }

    [Fact]
    public void A_rule_that_throws_is_reported_and_the_others_still_run()
    {
        var pod = new ThePod().Build();

        var diagnosis = Diagnose(
            TheSnapshot.Of(pod),
            new ARule("pod.broken", _ => throw new InvalidOperationException("boom")),
            ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, pod.Ref)));

        diagnosis.Findings.ShouldHaveSingleItem();
        diagnosis.FailedRules.ShouldBe([new FailedRule("pod.broken", "InvalidOperationException: boom")]);
        DiagnosisExit.CodeOf([diagnosis], []).ShouldBe(70);
    }

    [Fact]
    public void Kinds_that_nobody_read_are_named()
    {
        var diagnosis = Diagnose(new TheSnapshot().With(new ThePod().Build()).Complete("Job").Forbidden("Node"));

        diagnosis.NotRead.ShouldContain("Node");
        diagnosis.NotRead.ShouldContain("Service");
        diagnosis.NotRead.ShouldNotContain("Pod");
        diagnosis.NotRead.ShouldNotContain("Job");
        diagnosis.NotRead.ShouldBe(diagnosis.NotRead.Order(StringComparer.Ordinal));
    }

    internal static ClusterDiagnosis Diagnose(ClusterSnapshot snapshot, params IDiagnosticRule[] rules) =>
        new Diagnoser([.. rules], NullLogger<Diagnoser>.Instance).Diagnose(snapshot, Context);

    internal static Finding A(string rule, ObjectRef subject, Severity severity = Severity.Warning) => new() { Rule = rule, Subject = subject, Severity = severity };
}
