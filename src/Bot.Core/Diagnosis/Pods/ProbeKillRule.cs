using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>What the rules about kills by a probe share: the probe, what it answered, and the ports that the container declares.</summary>
internal abstract class ProbeKillRule(string id, PodFault fault, string field, string answer) : PodFaultRule(id, fault, Severity.Warning.To(Severity.Critical), "Event")
{
    protected override bool WaitsForRollouts => true;

    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => TimeSpan.Zero;

    protected abstract Probe? ProbeOf(ContainerSpec spec);

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var probe = found.Spec is { } spec ? ProbeOf(spec) : null;
        var said = cases.Snapshot.Events.Recent(found.Pod, cases.Context.Now, cases.Context.Thresholds.Events)
            .FirstOrDefault(item => item.Reason == "Unhealthy" && item.Message.StartsWith(answer, StringComparison.Ordinal));
        return Begin(found, cases) with
        {
            Variant = probe is not null && !Declares(found.Spec!.Ports, probe.Port) ? "port" : "",
            Facts = Facts(("container", found.Status.Name), ("count", found.Count), ("port", probe?.Port ?? "")),
            Evidence =
            [
                found.Told with { Value = $"{found.Words} (x{found.Count.ToString(CultureInfo.InvariantCulture)})" },
                .. said is null ? Array.Empty<Evidence>() : [new Evidence(found.Pod.Ref, "event Unhealthy", said.Message) { At = said.LastAt }],
                SpecOf(found, field, probe?.ToString() ?? ""),
                SpecOf(found, "ports", string.Join(", ", found.Spec?.Ports.Select(port => port.Name.Length > 0 ? $"{port.Name}={port.Number}" : $"{port.Number}") ?? [])),
            ],
        };
    }

    /// <summary>A port that nobody declared is legal; where others are declared it is worth a look, and a name that nobody declared is wrong.</summary>
    private static bool Declares(ImmutableArray<ContainerPort> ports, string port) =>
        port.Length == 0
        || (ports.IsEmpty && int.TryParse(port, CultureInfo.InvariantCulture, out _))
        || ports.Any(declared => declared.Name == port || declared.Number.ToString(CultureInfo.InvariantCulture) == port);
}
