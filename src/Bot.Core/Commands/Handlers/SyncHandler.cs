using Bot.Core.Approval;
using Bot.Core.Environments;
using Bot.Core.Remediation;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/sync app [reason]</c>: a plan that starts a sync of what Git has now, without prune; the separate step after <c>/unstick</c> where auto-sync does not take over.</summary>
public sealed class SyncHandler(IClusterPictures pictures, EnvironmentDirectory directory, IApprovalDesk desk) : ICommandHandler
{
    public string Name => "sync";

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        new PlanQuestion(pictures, directory, desk).AskAsync(context, RemediationActions.Find(ActionIds.Sync)!.Propose, context["reason"] ?? "", cancellationToken);
}
