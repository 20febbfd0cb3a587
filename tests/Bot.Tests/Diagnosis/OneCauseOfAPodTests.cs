using Bot.Core.Diagnosis;

namespace Bot.Tests.Diagnosis;

/// <summary>A pod has one cause: in no case of any rule do two rules about pods speak of the same one.</summary>
public sealed class OneCauseOfAPodTests
{
    // Why a pod does not go away is another question than why it is not well.
    private static readonly string[] Beside = [RuleIds.PodStuckTerminating];

    [Fact]
    public void Holds_in_every_case_of_every_rule() =>
        RuleCase.All()
            .SelectMany(found => found.Diagnose().Findings
                .Where(finding => finding.Rule.StartsWith("pod.", StringComparison.Ordinal) && !Beside.Contains(finding.Rule))
                .GroupBy(finding => finding.Subject)
                .Where(group => group.Select(finding => finding.Rule).Distinct().Skip(1).Any())
                .Select(group => $"{found}: {group.Key} {string.Join(", ", group.Select(finding => finding.Rule))}"))
            .ShouldBeEmpty();
}
