using Bot.Core.Chat.Cards;
using Bot.Core.Environments;
using Bot.Core.Redaction;

namespace Bot.Core.Commands.Handlers;

/// <summary><c>/diagnose app</c>: cause, evidence and fix for one application.</summary>
public sealed class DiagnoseHandler(IClusterPictures pictures, EnvironmentDirectory directory, IRedactor redactor) : ICommandHandler
{
    public string Name => "diagnose";

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var index = new PictureIndex(await pictures.CurrentAsync(cancellationToken), directory);
        var name = context["app"] ?? "";
        if (index.Application(name) is not var (application, picture))
        {
            return index.BlindPicture("") is { } blind
                ? BlindCard.Of(blind, context.Localizer)
                : UsageCards.NotFound("usage.no-application", name, index.Applications.Select(item => item.Name), context.Localizer);
        }

        var environment = index.EnvironmentOf(application, picture)?.Name ?? "";
        return CommandResult.Of(new DiagnoseCard(context.Localizer, redactor).Of(application, picture.Snapshot!, picture.Diagnosis!, environment));
    }
}
