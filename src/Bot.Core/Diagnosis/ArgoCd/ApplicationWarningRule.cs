using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>A note that Argo CD itself writes as a condition of an Application and that blocks nothing.</summary>
internal abstract class ApplicationWarningRule(string id, string condition) : IDiagnosticRule
{
    private const int MostEvidence = 3;

    public RuleDescriptor Descriptor { get; } = new(id, Severity.Info, ["Application"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var app in snapshot.All<Application>())
        {
            if (app.Conditions.Length == 0 || app.IsBeingDeleted || app.ConditionOf(condition) is not { } first)
            {
                continue;
            }

            var all = app.Conditions.Where(found => found.Type == condition).ToList();
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Info,
                Subject = app.Ref,
                Since = all.Min(found => found.LastTransitionAt),
                Facts = Facts(first.Message, all.Count),
                Evidence = [.. all.Take(MostEvidence).Select(found => new Evidence(app.Ref, $"status.conditions[{condition}].message", found.Message) { At = found.LastTransitionAt })],
                Command = Command(app, context),
            };
        }
    }

    protected abstract ImmutableDictionary<string, object> Facts(string message, int count);

    protected abstract string Command(Application app, DiagnosisContext context);
}
