using Bot.Core.Approval;
using Bot.Core.Environments;
using Bot.Core.Remediation;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/unstick app [reason]</c>: the smallest safe plan that frees a stuck application, filed for approval.</summary>
public sealed class UnstickHandler(IClusterPictures pictures, EnvironmentDirectory directory, IApprovalDesk desk) : ICommandHandler
{
    public string Name => "unstick";

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        new PlanQuestion(pictures, directory, desk).AskAsync(context, UnstickPlanner.Propose, context["reason"] ?? "", cancellationToken);
}
