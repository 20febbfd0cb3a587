using Bot.Core.Diagnosis;
using Bot.Testing.Builders;
using static Bot.Core.Tests.Diagnosis.DiagnoserTests;

namespace Bot.Core.Tests.Diagnosis;

public sealed class DiagnosisExitTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData(Severity.Info, 0)]
    [InlineData(Severity.Warning, 1)]
    [InlineData(Severity.Critical, 2)]
    public void Says_the_worst_severity(Severity? severity, int code) => DiagnosisExit.CodeOf([Of(severity)], []).ShouldBe(code);

    [Fact]
    public void An_unreadable_document_outranks_a_critical_finding() =>
        DiagnosisExit.CodeOf([Of(Severity.Critical)], [new UnreadDocument("a.yaml", 2, 40, "bad")]).ShouldBe(65);

    private static ClusterDiagnosis Of(Severity? severity) => severity is { } level
        ? Diagnose(TheSnapshot.Empty, ARule.Finding("x.y", A("x.y", new("Pod", "n", "p"), level)))
        : Diagnose(TheSnapshot.Empty);
}
