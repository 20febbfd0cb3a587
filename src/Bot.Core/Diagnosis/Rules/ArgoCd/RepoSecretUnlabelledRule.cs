using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An ExternalSecret makes what looks like the login of a repository, without the label by which Argo CD finds it: it is never used.</summary>
internal sealed class RepoSecretUnlabelledRule : IDiagnosticRule
{
    private const string Label = "argocd.argoproj.io/secret-type";

    private static readonly FrozenSet<string> OfRepositoriesOnly = FrozenSet.ToFrozenSet(["sshPrivateKey", "githubAppPrivateKey", "githubAppID", "githubAppInstallationID", "gcpServiceAccountKey"]);
    private static readonly string[] Hints = ["repo", "git", "helm", "oci"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdRepoSecretUnlabelled, Severity.Warning, ["ExternalSecret", "Secret"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var maker in snapshot.All<ExternalSecret>())
        {
            if (maker.Namespace != context.ArgoCdNamespace || maker.IsBeingDeleted || !LooksLikeLogin(maker))
            {
                continue;
            }

            // What the Secret bears counts; where it is not read, what the manifest will give it. A merge adds to labels that nobody sees.
            var made = snapshot.Find<SecretMetadata>("Secret", maker.Namespace, maker.TargetName);
            if ((made is null && maker.CreationPolicy == "Merge") || (made?.Metadata.Labels ?? maker.TargetLabels).Contains(Label))
            {
                continue;
            }

            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Warning,
                Subject = maker.Ref,
                Variant = maker.Keys.Contains("url") ? "" : "no-url",
                Facts = ImmutableDictionary.CreateRange<string, object>([new("secret", maker.TargetName)]),
                Evidence =
                [
                    new Evidence(made?.Ref ?? maker.Ref, made is null ? "spec.target.template.metadata.labels" : "metadata.labels", $"no {Label}"),
                    new Evidence(maker.Ref, "spec.data[].secretKey", string.Join(", ", maker.Keys)),
                ],
                Command = $"kubectl -n {maker.Namespace} get secret {maker.TargetName} --show-labels",
            };
        }
    }

    private static bool LooksLikeLogin(ExternalSecret maker)
    {
        var login = maker.Keys.Contains("password") && maker.Keys.Contains("username");
        return maker.Keys.Any(OfRepositoriesOnly.Contains)
            || (maker.Keys.Contains("url") && (login || maker.Keys.Contains("type")))
            || (login && Array.Exists(Hints, hint => maker.Name.Contains(hint, StringComparison.Ordinal) || maker.TargetName.Contains(hint, StringComparison.Ordinal)));
    }
}
