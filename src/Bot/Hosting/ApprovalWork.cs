using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Remediation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Carries out approved plans and ends requests that waited too long.</summary>
public sealed partial class ApprovalWork(RemediationRunner runner, ApprovalDesk desk, TimeProvider clock, ILogger<ApprovalWork> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenExpiries = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(runner.ServeAsync(stoppingToken), ExpireAsync(stoppingToken));

    private async Task ExpireAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenExpiries, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await desk.ExpireDueAsync(stoppingToken);
                }
                catch (Exception fault) when (fault is StoreUnavailableException or AuditUnwritableException)
                {
                    Log.ExpiryFailed(logger, fault);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.Ended(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1020, LogLevel.Warning, "Requests that waited too long could not be ended; tried again in a few seconds.")]
        public static partial void ExpiryFailed(ILogger logger, Exception fault);

        [LoggerMessage(1021, LogLevel.Debug, "Stopped ending requests.")]
        public static partial void Ended(ILogger logger);
    }
}
