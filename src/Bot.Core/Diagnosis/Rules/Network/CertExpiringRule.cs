using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>A certificate that people meet ends soon and its renewal has not come.</summary>
internal sealed class CertExpiringRule() : CertificateRule(RuleIds.TlsCertExpiring)
{
    protected override bool Speaks(TimeSpan left) => left > TimeSpan.Zero;

    protected override Severity SeverityOf(TimeSpan left, DiagnosisContext context) =>
        left < context.Thresholds.Network.CertificateUrgent ? Severity.Critical : Severity.Warning;
}
