using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Chat;
using Bot.Core.Chat.Cards;
using Bot.Core.Environments;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>Finds the application that a command names, has a plan made for it and files it with the desk. A refusal of the planner is an answer, not an error.</summary>
internal sealed class PlanQuestion(IClusterPictures pictures, EnvironmentDirectory directory, IApprovalDesk desk)
{
    public async Task<CommandResult> AskAsync(CommandContext context, Func<PlanRequest, PlanProposal> propose, string reason, CancellationToken cancellationToken)
    {
        var index = new PictureIndex(await pictures.CurrentAsync(cancellationToken), directory);
        var name = context["app"] ?? "";
        if (index.Application(name) is not var (application, picture))
        {
            return index.BlindPicture("") is { } blind
                ? BlindCard.Of(blind, context.Localizer)
                : UsageCards.NotFound("usage.no-application", name, index.Applications.Select(item => item.Name), context.Localizer);
        }

        if (picture.Blind is { } reasonBlind)
        {
            return BlindCard.Of(picture with { Blind = reasonBlind }, context.Localizer);
        }

        var environment = index.EnvironmentOf(application, picture)?.Name ?? "";
        var proposal = propose(new PlanRequest(picture.Snapshot!, picture.Diagnosis!, picture.Context, application.Ref) { Environment = environment });
        if (proposal.Plan is not { } plan)
        {
            return new CommandResult(CommandOutcome.Refused, [Refused(application.Name, proposal.Refusal!, context.Localizer)]);
        }

        var result = DeskCards.Of(await desk.ProposeAsync(plan, context.Actor, reason, cancellationToken), context, desk);
        return proposal.WillNotHelp is { } warning ? result with { Cards = [.. Warning(warning, context.Localizer), .. result.Cards] } : result;
    }

    private static Card Refused(string application, TextKey refusal, Localizer localizer)
    {
        var title = localizer.Text("card.plan.refused", ("app", application));
        return new Card { Push = CardText.Cut(title, CardText.PushLimit), Title = title, Tone = CardTone.Info, Sections = [new CardSection("", [new CardLine("", localizer.Text(refusal))])] };
    }

    private static ImmutableArray<Card> Warning(TextKey warning, Localizer localizer)
    {
        var title = localizer.Text("card.plan.will-not-help");
        return [new Card { Push = CardText.Cut(title, CardText.PushLimit), Title = title, Tone = CardTone.Warning, Sections = [new CardSection("", [new CardLine("", localizer.Text(warning), CardTone.Warning)])] }];
    }
}
