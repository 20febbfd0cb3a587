using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Objects in the Application's namespace belong to no Application. A note that the project asked for.</summary>
internal sealed partial class OrphanedResourcesRule() : ApplicationWarningRule(RuleIds.ArgoCdOrphanedResources, "OrphanedResourceWarning")
{
    protected override ImmutableDictionary<string, object> Facts(string message, int count) => ImmutableDictionary.CreateRange<string, object>(
        [new("count", int.TryParse(Number().Match(message).Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : count)]);

    protected override string Command(Application app, DiagnosisContext context) => $"argocd app resources {app.Name} --orphaned";

    [GeneratedRegex(@"has (?<count>\d+) orphaned", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
