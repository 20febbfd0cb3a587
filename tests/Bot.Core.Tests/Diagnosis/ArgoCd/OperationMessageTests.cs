using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class OperationMessageTests
{
    [Theory]
    [InlineData("waiting for healthy state of argoproj.io/Application/wealist-apps-prod", OperationMessageKind.WaitingForHealth, "argoproj.io", "Application", "wealist-apps-prod", 0)]
    [InlineData("waiting for healthy state of /Service/gateway", OperationMessageKind.WaitingForHealth, "", "Service", "gateway", 0)]
    [InlineData("waiting for healthy state of apps/Deployment/api and 3 more resources", OperationMessageKind.WaitingForHealth, "apps", "Deployment", "api", 3)]
    [InlineData("waiting for completion of hook batch/Job/db-migrate and 1 more hooks", OperationMessageKind.WaitingForHook, "batch", "Job", "db-migrate", 1)]
    [InlineData("waiting for deletion of hook batch/Job/db-migrate", OperationMessageKind.WaitingForDeletion, "batch", "Job", "db-migrate", 0)]
    [InlineData("waiting for deletion of apps/Deployment/old", OperationMessageKind.WaitingForDeletion, "apps", "Deployment", "old", 0)]
    [InlineData("waiting for pruning confirmation of /Namespace/old and 2 more resources", OperationMessageKind.WaitingForPruneConfirmation, "", "Namespace", "old", 2)]
    public void Takes_a_wait_apart(string text, OperationMessageKind kind, string group, string objectKind, string name, int more)
    {
        var message = OperationMessage.Parse(text);

        message.Kind.ShouldBe(kind);
        (message.Group, message.ObjectKind, message.ObjectName, message.More).ShouldBe((group, objectKind, name, more));
    }

    [Theory]
    [InlineData("", OperationMessageKind.None)]
    [InlineData("one or more tasks are running", OperationMessageKind.None)]
    [InlineData("Sync operation blocked by sync window", OperationMessageKind.BlockedByWindow)]
    [InlineData("Sync operation blocked by sync window: cannot parse schedule", OperationMessageKind.BlockedByWindow)]
    [InlineData("operation is terminating due to timeout", OperationMessageKind.Terminating)]
    [InlineData("Operation terminated, triggered by controller sync timeout", OperationMessageKind.Terminated)]
    [InlineData("one or more objects failed to apply, reason: a,b", OperationMessageKind.ApplyFailed)]
    [InlineData("the namespace failed to apply, reason: x", OperationMessageKind.ApplyFailed)]
    [InlineData("one or more synchronization tasks completed unsuccessfully, reason: Job has reached the specified backoff limit (retried 5 times).", OperationMessageKind.TasksFailed)]
    [InlineData("one or more synchronization tasks are not valid: a; b", OperationMessageKind.TasksInvalid)]
    [InlineData("ComparisonError: Failed to load target state", OperationMessageKind.CouldNotStart)]
    [InlineData("successfully synced (all tasks run)", OperationMessageKind.Succeeded)]
    [InlineData("something new", OperationMessageKind.Other)]
    [InlineData("we are waiting for healthy state of apps/Deployment/x", OperationMessageKind.Other)]
    public void Knows_how_an_operation_fares_or_ended(string text, OperationMessageKind kind) => OperationMessage.Parse(text).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("one or more objects failed to apply, reason: x. Retrying attempt #2 at 3:04PM.", OperationMessageKind.ApplyFailed, 2, "one or more objects failed to apply, reason: x")]
    [InlineData("Retrying operation with latest revisions. Attempt #3", OperationMessageKind.None, 3, "")]
    [InlineData("Retrying operation. Attempt #4. waiting for healthy state of apps/Deployment/x", OperationMessageKind.WaitingForHealth, 4, "waiting for healthy state of apps/Deployment/x")]
    public void Reads_through_words_about_retries(string text, OperationMessageKind kind, int attempt, string rest)
    {
        var message = OperationMessage.Parse(text);

        (message.Kind, message.Attempt, message.Text).ShouldBe((kind, attempt, rest));
    }

    [Fact]
    public void Takes_the_first_line_only() =>
        OperationMessage.Parse("waiting for healthy state of /Service/a\none or more SyncFail hooks failed").ObjectName.ShouldBe("a");
}
