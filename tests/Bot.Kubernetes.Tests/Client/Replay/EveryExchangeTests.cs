using System.Text.Json;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client.Replay;

/// <summary>Every recorded exchange with a real API server is understood: the good ones as values, the others as typed failures.</summary>
public sealed class EveryExchangeTests
{
    [SharedFact]
    public async Task Every_exchange_parses()
    {
        var faults = new List<string>();
        foreach (var number in Recording.Numbers)
        {
            if (await FaultOfAsync(number) is { } fault)
            {
                faults.Add($"{number:000}: {fault}");
            }
        }

        faults.ShouldBeEmpty();
        Recording.Numbers.Count.ShouldBe(201);
    }

    private static async Task<string?> FaultOfAsync(int number)
    {
        await using var replay = new Replayed(number);
        var recording = replay.Recording;
        if (recording.Status >= 300)
        {
            return FaultOfFailure(recording, (await replay.SendAsync()).Failure);
        }

        if (recording.IsWatch)
        {
            var events = await replay.WatchAsync(new WatchOptions { Timeout = TimeSpan.FromHours(1) });
            var isGood = number is 86 or 88 or 198 or 199 ? events[^1].Failure is not null : events.All(change => change.Failure is null) && events.Count > 0;
            return isGood ? null : $"watch gave {string.Join(", ", events.Select(change => change.Kind))}";
        }

        if (recording.ResponseHead.Contains("text/plain", StringComparison.Ordinal))
        {
            var isLog = recording.Request.Path.EndsWith("/log", StringComparison.Ordinal);
            return !isLog || number == 175 || (await replay.ReadLogAsync()).IsSuccess ? null : "log not read";
        }

        if (recording.ResponseHead.Contains("protobuf", StringComparison.Ordinal) || recording.ResponseHead.Contains("gzip", StringComparison.Ordinal))
        {
            var list = await replay.ListAsync(protobuf: true);
            return list.Failure?.Message;
        }

        var answer = await replay.SendAsync();
        return answer.IsSuccess && answer.Value.ValueKind == JsonValueKind.Object ? null : answer.Failure?.Message ?? "no object";
    }

    private static string? FaultOfFailure(Recording recording, ApiFailure? failure)
    {
        if (failure is null || failure.Status != recording.Status || failure.Kind == ApiFailureKind.Malformed)
        {
            return $"failure is {failure}";
        }

        var isStatus = recording.ResponseBody.AsSpan().StartsWith("{"u8);
        var message = isStatus ? JsonElement.Parse(recording.ResponseBody).GetProperty("message").GetString() : null;
        return message is null || message == failure.Message ? null : $"message is {failure.Message}";
    }
}
