using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>A certificate that people meet is over: browsers and clients refuse the connection.</summary>
internal sealed class CertExpiredRule() : CertificateRule(RuleIds.TlsCertExpired)
{
    protected override bool Speaks(TimeSpan left) => left <= TimeSpan.Zero;

    protected override Severity SeverityOf(TimeSpan left, DiagnosisContext context) => Severity.Critical;
}
