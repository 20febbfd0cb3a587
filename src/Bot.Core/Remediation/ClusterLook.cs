using Bot.Core.Texts;

namespace Bot.Core.Remediation;

/// <summary>Looks at a step's target after its answer was lost, and says what it shows. Reads only.</summary>
internal sealed class ClusterLook(IClusterGateway gateway, RunnerTimes times, TimeProvider clock)
{
    public async Task<TextKey> LookAsync(PlanStep step)
    {
        for (var look = 0; look < times.Looks; look++)
        {
            if (look > 0)
            {
                await Task.Delay(times.Poll, clock, CancellationToken.None);
            }

            var read = await gateway.ReadAsync(step.Request, CancellationToken.None);
            if (read.Reachable)
            {
                return Describe(step, read.Object);
            }
        }

        return new TextKey("remediation.look.blind");
    }

    private static TextKey Describe(PlanStep step, string? json)
    {
        if (json is null)
        {
            return new TextKey("remediation.look.gone").With("target", step.Target.ToString());
        }

        var missing = StepCheck.After(step, json);
        return missing is null
            ? new TextKey("remediation.look.effect-there").With("target", step.Target.ToString())
            : new TextKey("remediation.look.shows").With("path", missing.Path).With("found", missing.Found ?? "-");
    }
}
