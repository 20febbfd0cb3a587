using System.Runtime.InteropServices;

namespace Bot.Core.Diagnosis;

/// <summary>The severities that a rule can give, from the lowest to the highest.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SeverityRange(Severity Lowest, Severity Highest)
{
    public static implicit operator SeverityRange(Severity only) => new(only, only);

    public bool Contains(Severity severity) => severity >= Lowest && severity <= Highest;
}
