using Bot.Core.Audit;
using Bot.Core.Chat;
using Bot.Core.Chat.Cards;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/audit</c>: the newest records, and whether the whole chain verifies.</summary>
public sealed class AuditHandler(IAuditLog log) : ICommandHandler
{
    private const int Most = 25;

    public string Name => "audit";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var records = await log.LatestAsync(Most, cancellationToken);
        var verdict = await AuditVerifier.VerifyAsync(log.ReadAsync(1, cancellationToken), await log.HeadAsync(cancellationToken), cancellationToken);
        return CommandResult.Of(AuditCard.Of(records, verdict, context.Localizer));
    }
}
