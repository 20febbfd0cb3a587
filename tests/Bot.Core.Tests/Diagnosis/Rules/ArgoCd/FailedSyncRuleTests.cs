using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class FailedSyncRuleTests
{
    private static readonly string[] Ids =
    [
        RuleIds.ArgoCdProjectDenied, RuleIds.ArgoCdDestinationInvalid, RuleIds.ArgoCdNamespaceTerminating, RuleIds.ArgoCdWebhookUnreachable, RuleIds.ArgoCdAdmissionDenied, RuleIds.ArgoCdQuotaExceeded,
        RuleIds.ArgoCdNamespaceMissing, RuleIds.ArgoCdCrdMissing, RuleIds.ArgoCdImmutableField, RuleIds.ArgoCdAnnotationTooLong, RuleIds.ArgoCdRbacForbidden, RuleIds.ArgoCdInvalidManifest,
        RuleIds.ArgoCdNoRetrySameSha, RuleIds.ArgoCdSyncFailed,
    ];

    private static readonly string[] Texts =
    [
        "", "Operation terminated", "something odd", "spec.selector: field is immutable", "no matches for kind \"X\" in version \"x.io/v1\"",
        "failed calling webhook \"v.x.io\": no endpoints available for service \"x\"", "admission webhook \"p\" denied the request: no", "exceeded quota: q, requested: pods=1",
        "namespaces \"x\" not found", "in namespace x because it is being terminated", "metadata.annotations: Too long: must have at most 262144 bytes",
        "x is forbidden: User \"u\" cannot patch resource \"y\"", "application repo r is not permitted in project 'p'", "Application referencing project p which does not exist",
        "there are no clusters with this name: c", "strict decoding error: unknown field \"x\"", "ComparisonError: rpc error: code = Unavailable desc = x", "Job has reached the specified backoff limit",
        "Shared resource found: ConfigMap/x", "one or more objects failed to apply, reason: namespaces \"x\" not found,exceeded quota: q",
    ];

    [Fact]
    public void Exactly_one_speaks_for_a_failed_sync_and_none_when_it_succeeded_or_runs()
    {
        var shapes =
            from text in Texts
            from entry in Texts
            from phase in new[] { "Failed", "Error", "Succeeded", "Running" }
            from hook in new[] { "", "PreSync" }
            from condition in new[] { "", "SyncError", "InvalidSpecError" }
            select (text, entry, phase, hook, condition, App: Shape(text, entry, phase, hook, condition));

        foreach (var shape in shapes)
        {
            var rules = Speaking(shape.App);
            var told = $"{shape.phase} '{shape.text}' '{shape.entry}' {shape.hook} {shape.condition}: {string.Join(", ", rules)}";

            // A failed hook and a condition that bars every sync are two faults.
            rules.Count(rule => shape.condition != "InvalidSpecError" || Ids.Contains(rule)).ShouldBeLessThanOrEqualTo(1, told);
            if (shape is { phase: "Failed", condition: "" } && !shape.text.StartsWith("Operation terminated", StringComparison.Ordinal))
            {
                rules.Count.ShouldBe(1, told);
            }

            if (shape is { phase: "Running", condition: "" or "SyncError" })
            {
                rules.ShouldBeEmpty(told);
            }
        }
    }

    [Fact]
    public void Every_cause_has_one_rule_and_every_wording_of_the_reference_reaches_it()
    {
        (string Text, string Rule)[] wordings =
        [
            ("is being terminated", RuleIds.ArgoCdNamespaceTerminating), ("currently being deleted", RuleIds.ArgoCdNamespaceTerminating), ("failed calling webhook", RuleIds.ArgoCdWebhookUnreachable),
            ("denied the request", RuleIds.ArgoCdAdmissionDenied), ("exceeded quota", RuleIds.ArgoCdQuotaExceeded), ("namespaces \"x\" not found", RuleIds.ArgoCdNamespaceMissing),
            ("field is immutable", RuleIds.ArgoCdImmutableField), ("updates to statefulset spec for fields other than", RuleIds.ArgoCdImmutableField), ("spec.clusterIP", RuleIds.ArgoCdImmutableField),
            ("no matches for kind", RuleIds.ArgoCdCrdMissing), ("could not find the requested resource", RuleIds.ArgoCdCrdMissing), ("CRD is installed", RuleIds.ArgoCdCrdMissing),
            ("Too long: must have at most 262144 bytes", RuleIds.ArgoCdAnnotationTooLong), ("may not be more than 262144 bytes", RuleIds.ArgoCdAnnotationTooLong),
            ("is not permitted in project", RuleIds.ArgoCdProjectDenied), ("do not match any of the allowed destinations", RuleIds.ArgoCdProjectDenied), ("application repo ", RuleIds.ArgoCdProjectDenied),
            ("project x which does not exist", RuleIds.ArgoCdProjectDenied), ("cannot patch resource", RuleIds.ArgoCdRbacForbidden), ("is forbidden: User", RuleIds.ArgoCdRbacForbidden),
            ("Unable to get cluster", RuleIds.ArgoCdDestinationInvalid), ("there are no clusters with this name", RuleIds.ArgoCdDestinationInvalid), ("error validating data", RuleIds.ArgoCdInvalidManifest),
            ("strict decoding error: unknown field", RuleIds.ArgoCdInvalidManifest), ("field not declared in schema", RuleIds.ArgoCdInvalidManifest), ("never heard of", RuleIds.ArgoCdSyncFailed),
        ];

        foreach (var (text, rule) in wordings)
        {
            Speaking(Shape(text, "", "Failed", "", "")).ShouldBe([rule], text);
            Speaking(Shape("one or more objects failed to apply", text, "Failed", "", "")).ShouldBe([rule], text);
            Speaking(Shape($"{text} (retried 5 times).", "", "Failed", "", "SyncError")).ShouldBe([rule == RuleIds.ArgoCdSyncFailed ? RuleIds.ArgoCdNoRetrySameSha : rule], text);
        }
    }

    private static List<string> Speaking(Application app)
    {
        var snapshot = TheSnapshot.Of(app);
        return [.. RuleCatalogue.All.Where(rule => rule is OperationRule || Ids.Contains(rule.Descriptor.Id)).SelectMany(rule => rule.Evaluate(snapshot, Diagnose.Context)).Select(finding => finding.Rule)];
    }

    private static Application Shape(string text, string entry, string phase, string hook, string condition) => new TheApplication()
        .With(it => it with
        {
            SyncStatus = "OutOfSync",
            Operation = phase == "Running" ? new RequestedOperation { HasSync = true } : null,
            OperationState = new OperationState
            {
                Phase = phase,
                Message = text,
                StartedAt = TheSnapshot.Now.AddMinutes(-6),
                FinishedAt = phase == "Running" ? null : TheSnapshot.Now.AddMinutes(-5),
                SyncResult = new SyncResult(
                    TheApplication.RunningRevision,
                    [],
                    entry.Length == 0 ? [] : [new SyncedResource { Group = "apps", Kind = "Deployment", Namespace = "a", Name = "b", Status = "SyncFailed", HookPhase = "Failed", HookType = hook, Message = entry }]),
            },
            Conditions = condition.Length == 0 ? [] : [new ApplicationCondition(condition, condition == "SyncError" ? $"Failed last sync attempt to [a]: {text}" : text, TheSnapshot.Now.AddMinutes(-5))],
        })
        .Build();
}
