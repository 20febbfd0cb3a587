using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The Secret with the first admin password is still there. Its existence is read, never its data.</summary>
internal sealed class InitialAdminSecretLeftRule : IDiagnosticRule
{
    private const string SecretName = "argocd-initial-admin-secret";

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdInitialAdminSecretLeft, Severity.Info, ["Secret"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (snapshot.Find<SecretMetadata>("Secret", context.ArgoCdNamespace, SecretName) is { IsBeingDeleted: false } secret
            && context.IsOlder(secret.Metadata.CreatedAt, context.Thresholds.ArgoCd.InitialAdminSecret))
        {
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Info,
                Subject = secret.Ref,
                Since = secret.Metadata.CreatedAt,
                Evidence = [new Evidence(secret.Ref, "metadata.creationTimestamp", secret.Metadata.CreatedAt!.Value.ToString("u")) { At = secret.Metadata.CreatedAt }],
                Action = "delete-secret",
                Command = $"kubectl -n {secret.Namespace} delete secret {SecretName}",
            };
        }
    }
}
