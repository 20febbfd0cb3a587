using Bot.Core.Diagnosis;

namespace Bot.Configuration;

/// <summary>What rules hold against what they see, and what is not to be told for a while, under <c>Bot:Diagnosis</c>.</summary>
public sealed class DiagnosisOptions
{
    public DiagnosisThresholds Thresholds { get; set; } = new();

    public IList<MuteOptions> Mutes { get; set; } = [];
}
