using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Redaction;
using Bot.Core.Remediation;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Execution;

/// <summary>Carries out a plan's requests on one cluster: each is sent once, and what came of it is told as a value.</summary>
public sealed class KubernetesGateway(string cluster, IKubernetesClient client, IRedactor redactor) : IClusterGateway
{
    public string Cluster => cluster;

    public async Task<WriteResult> WriteAsync(ClusterRequest request, bool dryRun, CancellationToken cancellationToken)
    {
        var body = JsonElement.Parse(request.Body, JsonDepth.Options);
        var options = dryRun ? WriteOptions.Preview : WriteOptions.Default;
        var answer = request.Verb switch
        {
            ClusterVerb.JsonPatch => await client.PatchAsync(TargetOf(request), PatchKind.Json, body, options, cancellationToken),
            ClusterVerb.MergePatch => await client.PatchAsync(TargetOf(request), PatchKind.Merge, body, options, cancellationToken),
            ClusterVerb.Replace => await client.ReplaceAsync(TargetOf(request), body, options, cancellationToken),
            ClusterVerb.Create when request.Subresource.Length > 0 => await client.PostAsync(TargetOf(request), body, options, cancellationToken),
            ClusterVerb.Create => await client.CreateAsync(ResourceOf(request), NamespaceOf(request), body, options, cancellationToken),
            _ => (await client.DeleteAsync(TargetOf(request), Deletions.Read(body, dryRun), cancellationToken)).Map(deletion => deletion.Answer),
        };
        var warnings = answer.Warnings.Select(redactor.Mask).ToImmutableArray();
        return answer.IsSuccess
            ? new WriteResult(WriteOutcome.Applied, "", IsSecret(request) ? null : answer.Value.GetRawText()) { ResourceVersion = VersionOf(answer.Value), Warnings = warnings }
            : new WriteResult(WriteOutcomes.Of(answer.Failure, request.Verb), redactor.Mask(answer.Failure.Message)) { Warnings = warnings };
    }

    public async Task<ReadResult> ReadAsync(ClusterRequest target, CancellationToken cancellationToken)
    {
        var read = TargetOf(target) with { Subresource = null };
        var answer = IsSecret(target) ? await client.GetMetadataAsync(read, cancellationToken) : await client.GetAsync(read, cancellationToken);
        return answer.IsSuccess ? new ReadResult(true, answer.Value.GetRawText())
            : answer.Failure.Kind == ApiFailureKind.NotFound ? new ReadResult(true, null)
            : new ReadResult(false, null, redactor.Mask(answer.Failure.Message));
    }

    // Values of Secrets never come into the core, not even as the answer to a change of one.
    private static bool IsSecret(ClusterRequest request) => request is { Group: "", Resource: "secrets" };

    private static ApiTarget TargetOf(ClusterRequest request) =>
        new(ResourceOf(request), NamespaceOf(request), request.Name, request.Subresource.Length > 0 ? request.Subresource : null);

    private static ApiResource ResourceOf(ClusterRequest request) => new(request.Group, request.Version, request.Resource, request.Kind, request.Namespace.Length > 0);

    private static string? NamespaceOf(ClusterRequest request) => request.Namespace.Length > 0 ? request.Namespace : null;

    private static string VersionOf(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("resourceVersion", out var version) ? version.GetString() ?? "" : "";
}
