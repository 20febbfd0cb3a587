using Bot.Core.Approval;
using Bot.Core.Environments;
using Bot.Core.Remediation;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/refresh app [hard]</c>: has Argo CD compare with Git again.</summary>
public sealed class RefreshHandler(IClusterPictures pictures, EnvironmentDirectory directory, IApprovalDesk desk) : ICommandHandler
{
    public string Name => "refresh";

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var action = RemediationActions.Find(context["hard"] is null ? ActionIds.Refresh : ActionIds.HardRefresh)!;
        return new PlanQuestion(pictures, directory, desk).AskAsync(context, action.Propose, "", cancellationToken);
    }
}
