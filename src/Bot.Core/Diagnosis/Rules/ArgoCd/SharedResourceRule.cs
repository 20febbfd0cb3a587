using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Two Applications manage one object. Harmless while both say the same; deleting one of them deletes the object.</summary>
internal sealed partial class SharedResourceRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdSharedResource, Severity.Warning, ["Application"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var application in snapshot.All<Application>())
        {
            foreach (var condition in application.Conditions.Where(condition => condition.Type == "SharedResourceWarning"))
            {
                if (Shared().Match(condition.Message) is not { Success: true } match || OtherOf(application, match) is not { } other || IsGone(other, snapshot))
                {
                    continue;
                }

                // Both sides may bear the warning; it is one fault, told on the first by name.
                var twin = snapshot.Find(other) as Application;
                var second = twin is not null && twin.ConditionOf("SharedResourceWarning") is not null && string.CompareOrdinal(other.ToString(), application.Ref.ToString()) < 0;
                yield return new Finding
                {
                    Rule = Descriptor.Id,
                    Severity = Severity.Warning,
                    Subject = application.Ref,
                    Since = condition.LastTransitionAt,
                    Facts = ImmutableDictionary.CreateRange<string, object>([new("resource", match.Groups["object"].Value), new("other", other.Name)]),
                    Evidence = [new Evidence(application.Ref, "status.conditions[SharedResourceWarning].message", condition.Message) { At = condition.LastTransitionAt }],
                    Command = $"kubectl -n {application.Namespace} get application {application.Name} {other.Name} -o wide",
                    Affected = [other],
                    PointsTo = second ? [other] : [],
                };
            }
        }
    }

    private static ObjectRef? OtherOf(Application application, Match match) =>
        new[] { match.Groups["one"].Value, match.Groups["two"].Value }
            .Select(name => RefOf(name, application.Namespace))
            .Where(reference => reference != application.Ref)
            .Select(reference => (ObjectRef?)reference)
            .FirstOrDefault();

    // A stale tracking label names an Application that is no more.
    private static bool IsGone(ObjectRef other, ClusterSnapshot snapshot) => snapshot.PresenceOf(other) == Presence.Absent;

    private static ObjectRef RefOf(string name, string @namespace)
    {
        var slash = name.IndexOf('/');
        return slash < 0 ? new ObjectRef("Application", @namespace, name) : new ObjectRef("Application", name[..slash], name[(slash + 1)..]);
    }

    [GeneratedRegex(@"^(?<object>\S+) is part of applications (?<one>\S+) and (?<two>[^\s,.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shared();
}
