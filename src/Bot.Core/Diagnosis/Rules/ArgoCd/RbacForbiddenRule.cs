using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The account with which Argo CD applies lacks a right in the destination cluster.</summary>
internal sealed class RbacForbiddenRule() : FailedSyncRule(RuleIds.ArgoCdRbacForbidden, Severity.Warning)
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.RbacForbidden;

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var text = failed.Told.Text;
        var (user, verb, resource, group, @namespace) = FailureWords.Right(text);
        return Start(
            failed,
            snapshot,
            context,
            Severity.Warning,
            ("account", user.Length > 0 ? user[(user.LastIndexOf(':') + 1)..] : new TextKey("operation.account-unnamed")),
            ("verb", verb),
            ("resource", resource)) with
        {
            Variant = text.Contains("service account to impersonate", StringComparison.Ordinal) ? "impersonation"
                : text.Contains("attempting to grant", StringComparison.Ordinal) ? "escalation"
                : verb.Length == 0 ? "unnamed"
                : "",
            Command = verb.Length > 0 && user.Length > 0
                ? $"kubectl auth can-i {verb} {resource}{(group.Length > 0 ? "." + group : "")} --as={user}{(@namespace.Length > 0 ? " -n " + @namespace : "")}"
                : null,
        };
    }
}
