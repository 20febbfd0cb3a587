using System.Text.Json;
using Bot.Core.Redaction;
using Bot.Core.Remediation;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Execution;
using NSubstitute;

namespace Bot.Kubernetes.Tests.Execution;

public sealed class KubernetesGatewayTests
{
    private readonly IKubernetesClient client = Substitute.For<IKubernetesClient>();
    private readonly KubernetesGateway gateway;

    public KubernetesGatewayTests()
    {
        var redactor = Substitute.For<IRedactor>();
        redactor.Mask(Arg.Any<string>()).Returns(call => call.Arg<string>().Replace("hunter2", "***", StringComparison.Ordinal));
        gateway = new KubernetesGateway("main", client, redactor);
    }

    [Fact]
    public async Task A_patch_is_sent_as_it_was_approved()
    {
        Answer(ApiResult<JsonElement>.Of(Json("""{"metadata":{"resourceVersion":"42"}}"""), ["deprecated, password hunter2"]));

        var result = await gateway.WriteAsync(Patch(), dryRun: false, default);

        result.Outcome.ShouldBe(WriteOutcome.Applied);
        result.ResourceVersion.ShouldBe("42");
        result.Warnings.ShouldBe(["deprecated, password ***"]);
        await client.Received(1).PatchAsync(
            Arg.Is<ApiTarget>(target => target.Path == "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/wealist-apps-prod"),
            PatchKind.Json,
            Arg.Is<JsonElement>(body => body.GetRawText() == Patch().Body),
            WriteOptions.Default,
            default);
    }

    [Fact]
    public async Task A_preview_is_a_dry_run()
    {
        Answer(Json("{}"));

        await gateway.WriteAsync(Patch(), dryRun: true, default);

        await client.Received(1).PatchAsync(Arg.Any<ApiTarget>(), PatchKind.Json, Arg.Any<JsonElement>(), WriteOptions.Preview, default);
    }

    [Theory]
    [InlineData(ApiFailureKind.Connection, false, WriteOutcome.Unreachable)]
    [InlineData(ApiFailureKind.Tls, false, WriteOutcome.Unreachable)]
    [InlineData(ApiFailureKind.ConnectionLost, true, WriteOutcome.Unknown)]
    [InlineData(ApiFailureKind.Timeout, true, WriteOutcome.Unknown)]
    [InlineData(ApiFailureKind.Unavailable, true, WriteOutcome.Unknown)]
    [InlineData(ApiFailureKind.Unauthorized, false, WriteOutcome.Refused)]
    [InlineData(ApiFailureKind.Forbidden, false, WriteOutcome.Refused)]
    [InlineData(ApiFailureKind.Refused, false, WriteOutcome.Refused)]
    [InlineData(ApiFailureKind.BadRequest, false, WriteOutcome.Refused)]
    [InlineData(ApiFailureKind.Throttled, false, WriteOutcome.Refused)]
    [InlineData(ApiFailureKind.KindMissing, false, WriteOutcome.Refused)]
    [InlineData(ApiFailureKind.Conflict, false, WriteOutcome.Stale)]
    [InlineData(ApiFailureKind.NotFound, false, WriteOutcome.Stale)]
    [InlineData(ApiFailureKind.Invalid, false, WriteOutcome.Stale)]
    public async Task Every_failure_has_its_meaning_for_the_plan(ApiFailureKind kind, bool unknown, WriteOutcome expected)
    {
        Answer(new ApiFailure(kind, "no: hunter2") { OutcomeUnknown = unknown });

        var result = await gateway.WriteAsync(Patch(), dryRun: false, default);

        result.Outcome.ShouldBe(expected);
        result.Message.ShouldBe("no: ***");
    }

    [Fact]
    public async Task An_invalid_object_is_refused_and_another_uid_is_stale()
    {
        Answer(new ApiFailure(ApiFailureKind.Invalid, "spec.replicas: Invalid value") { Causes = [new FailureCause("FieldValueInvalid", "no", "spec.replicas")] });
        (await gateway.WriteAsync(Patch(), dryRun: false, default)).Outcome.ShouldBe(WriteOutcome.Refused);

        Answer(new ApiFailure(ApiFailureKind.Invalid, "metadata.uid: field is immutable") { Causes = [new FailureCause("FieldValueInvalid", "immutable", "metadata.uid")] });
        (await gateway.WriteAsync(Patch() with { Verb = ClusterVerb.MergePatch }, dryRun: false, default)).Outcome.ShouldBe(WriteOutcome.Stale);
    }

    [Fact]
    public async Task A_deletion_bears_the_preconditions_of_the_plan()
    {
        client.DeleteAsync(default!, default!, default).ReturnsForAnyArgs(new Deletion(true, Json("{}")));

        await gateway.WriteAsync(Patch() with { Verb = ClusterVerb.Delete, Body = """{"preconditions":{"uid":"u1"},"propagationPolicy":"Background"}""" }, dryRun: true, default);

        await client.Received(1).DeleteAsync(Arg.Any<ApiTarget>(), new DeleteOptions { Uid = "u1", Propagation = Propagation.Background, DryRun = true }, default);
    }

    [Fact]
    public async Task What_is_not_there_is_known_and_what_cannot_be_reached_is_not()
    {
        client.GetAsync(default!, default).ReturnsForAnyArgs(ApiResult<JsonElement>.Of(new ApiFailure(ApiFailureKind.NotFound, "not found")));
        (await gateway.ReadAsync(Patch(), default)).ShouldBe(new ReadResult(true, null));

        client.GetAsync(default!, default).ReturnsForAnyArgs(ApiResult<JsonElement>.Of(new ApiFailure(ApiFailureKind.Connection, "refused")));
        (await gateway.ReadAsync(Patch(), default)).ShouldBe(new ReadResult(false, null, "refused"));
    }

    [Fact]
    public async Task Of_a_secret_only_metadata_is_read_and_no_answer_is_kept()
    {
        var secret = Patch() with { Group = "", Version = "v1", Resource = "secrets", Kind = "Secret" };
        client.GetMetadataAsync(default!, default).ReturnsForAnyArgs(ApiResult<JsonElement>.Of(Json("{}")));
        Answer(Json("""{"metadata":{"resourceVersion":"1"},"data":{"password":"aHVudGVyMg=="}}"""));

        (await gateway.ReadAsync(secret, default)).Reachable.ShouldBeTrue();
        (await gateway.WriteAsync(secret, dryRun: false, default)).Object.ShouldBeNull();
        await client.DidNotReceiveWithAnyArgs().GetAsync(default!, default);
    }

    private void Answer(ApiResult<JsonElement> answer) => client.PatchAsync(default!, default, default, default!, default).ReturnsForAnyArgs(answer);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();

    private static ClusterRequest Patch() => new()
    {
        Verb = ClusterVerb.JsonPatch,
        Group = "argoproj.io",
        Version = "v1alpha1",
        Resource = "applications",
        Kind = "Application",
        Namespace = "argocd",
        Name = "wealist-apps-prod",
        Body = """[{"op":"test","path":"/metadata/uid","value":"u1"}]""",
    };
}
