using Bot.Core.Chat.Cards;
using Bot.Core.Environments;
using Bot.Core.Redaction;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/status [env]</c>: the named environment, else the channel's, else the worst one; whole clusters where no environment can be told.</summary>
public sealed class StatusHandler(IClusterPictures pictures, EnvironmentDirectory directory, IRedactor redactor) : ICommandHandler
{
    public string Name => "status";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var index = new PictureIndex(await pictures.CurrentAsync(cancellationToken), directory);
        var asked = context["env"] ?? context.ChannelEnvironment;
        if (asked.Length > 0)
        {
            return index.Report(asked) is { } report ? CommandResult.Of(Card(report, context))
                : index.BlindPicture(asked) is { } blind ? BlindCard.Of(blind, context.Localizer)
                : UsageCards.NotFound("usage.no-environment", asked, index.EnvironmentNames, context.Localizer);
        }

        if (index.Worst() is { } worst)
        {
            return CommandResult.Of(Card(worst, context));
        }

        var whole = index.Whole().ToArray();
        return whole.Length > 0
            ? new CommandResult(CommandOutcome.Answered, [.. whole.Select(report => Card(report, context))])
            : BlindCard.Of(index.Pictures is [var first, ..] ? first : null, context.Localizer);
    }

    private Chat.Card Card(StatusReport report, CommandContext context) => new StatusCard(context.Localizer, redactor).Of(report);
}
