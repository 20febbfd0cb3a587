using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Git has an object of a kind that the settings of Argo CD exclude: it is never applied.</summary>
internal sealed partial class ExcludedResourceRule() : ApplicationWarningRule(RuleIds.ArgoCdExcludedResource, "ExcludedResourceWarning")
{
    protected override ImmutableDictionary<string, object> Facts(string message, int count) => ImmutableDictionary.CreateRange<string, object>(
        [new("resource", Named().Match(message) is { Success: true } match ? $"{match.Groups["kind"].Value}/{match.Groups["name"].Value}" : ""), new("count", count)]);

    protected override string Command(Application app, DiagnosisContext context) =>
        $"kubectl -n {context.ArgoCdNamespace} get configmap argocd-cm -o jsonpath='{{.data.resource\\.exclusions}}'";

    [GeneratedRegex(@"^Resource (?<group>[^/\s]*)/(?<kind>\S+) (?<name>\S+) is excluded", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
