using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Remediation;
using Bot.Testing.Builders;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Core.Tests.Remediation;

/// <summary>What closed sync windows do to the plan that frees an operation.</summary>
public sealed class SyncWindowGateTests
{
    [Fact]
    public void Says_when_the_window_opens_instead_of_a_terminate_that_would_hang()
    {
        var proposal = Propose(new TheApplication().Running("Sync operation blocked by sync window", TimeSpan.FromHours(1)), Window("allow", "0 3 * * *", "1h"));

        proposal.Plan.ShouldBeNull();
        proposal.Refusal!.Key.ShouldBe("remediation.unstick.window-until");
        proposal.Refusal.Facts["until"].ShouldBe(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Sees_the_closed_window_before_the_message_speaks_of_it() =>
        Propose(new TheApplication().Running("waiting for healthy state of apps/Deployment/api", TimeSpan.FromHours(1)), Window("deny", "0 1 * * *", "4h"))
            .Refusal!.Key.ShouldBe("remediation.unstick.window-until");

    [Fact]
    public void Believes_the_message_when_the_project_was_not_read() =>
        Propose(new TheApplication().Running("Sync operation blocked by sync window", TimeSpan.FromHours(1))).Refusal!.Key.ShouldBe("remediation.unstick.window");

    [Fact]
    public void An_open_window_stands_in_nobodys_way() =>
        Propose(new TheApplication().Running("waiting for healthy state of apps/Deployment/api", TimeSpan.FromHours(1)), Window("allow", "0 1 * * *", "4h")).Plan.ShouldNotBeNull();

    [Fact]
    public void What_hangs_in_terminating_is_ended_past_the_window() =>
        Propose(new TheApplication().Running("operation is terminating", TimeSpan.FromHours(1), "Terminating"), Window("deny", "0 1 * * *", "4h")).Plan.ShouldNotBeNull();

    private static PlanProposal Propose(Application app, params ClusterObject[] more)
    {
        var snapshot = TheSnapshot.Of([app, .. more]);
        var context = new DiagnosisContext(TheSnapshot.Now);
        var diagnosis = new Diagnoser(RuleCatalogue.All, NullLogger<Diagnoser>.Instance).Diagnose(snapshot, context);
        return UnstickPlanner.Propose(new PlanRequest(snapshot, diagnosis, context, app.Ref));
    }

    private static AppProject Window(string type, string schedule, string duration) => new()
    {
        Metadata = TheMetadata.Of("argocd", "wealist"),
        SyncWindows = [new SyncWindow { Type = type, Schedule = schedule, Duration = duration, Applications = ["*"] }],
    };
}
