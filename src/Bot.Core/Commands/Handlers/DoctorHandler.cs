using Bot.Core.Chat.Cards;
using Bot.Core.Doctor;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/doctor</c>: runs every check of the bot itself.</summary>
public sealed class DoctorHandler(IEnumerable<IDoctorCheck> checks) : ICommandHandler
{
    public string Name => "doctor";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var results = new List<DoctorResult>();
        foreach (var check in checks)
        {
            results.AddRange(await check.RunAsync(cancellationToken));
        }

        return CommandResult.Of(DoctorCard.Of(results, context.Localizer));
    }
}
