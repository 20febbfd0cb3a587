using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>The card of a request, from the first question to the outcome; the same key all along, so that a newer card takes the older one's place.</summary>
public static class ApprovalCards
{
    /// <param name="request">The request as it is now.</param>
    /// <param name="localizer">The reader's language and zone.</param>
    /// <param name="viewer">Who looks; null for a card that everyone sees. Their own requests bear Cancel instead of Approve.</param>
    /// <param name="approvers">Names of the people who may approve; empty when nobody may, null when it is not known who may.</param>
    public static Card Of(ApprovalRequest request, Localizer localizer, Actor? viewer, IReadOnlyList<string>? approvers = null)
    {
        var plan = request.Plan;
        var title = localizer.Text(plan.Title);
        var state = localizer.Text($"card.request.state.{request.State}", ("steps", request.Steps.Count(step => step.State == StepState.Done)), ("total", plan.Steps.Length));
        return new Card
        {
            Key = "request:" + request.Id,
            Push = Push(request, localizer, title, state),
            Title = $"{state} · {title}",
            Tone = ToneOf(request.State),
            Sections = [Summary(request, localizer, approvers), .. plan.Steps.Select((step, index) => StepSection(request, step, index + 1, localizer))],
            Buttons = Buttons(request, localizer, viewer),
            Footer = localizer.Text("card.request.footer", ("id", request.Id), ("hash", request.PlanHash[..Math.Min(12, request.PlanHash.Length)]), ("tier", plan.Tier.ToString())),
        };
    }

    private static string Push(ApprovalRequest request, Localizer localizer, string title, string state)
    {
        var environment = request.Plan.Environment.Length > 0 ? $"[{request.Plan.Environment}] " : "";
        var text = request.State == ApprovalState.Pending
            ? environment + localizer.Text("card.request.push.pending", ("requester", request.Requester.DisplayName), ("title", title))
            : $"{environment}{state} · {title}";
        return CardText.Cut(text, CardText.PushLimit);
    }

    private static CardSection Summary(ApprovalRequest request, Localizer localizer, IReadOnlyList<string>? approvers)
    {
        var plan = request.Plan;
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        void Add(string label, string text, CardTone tone = CardTone.Neutral) => lines.Add(new CardLine(localizer.Text($"card.request.label.{label}"), text, tone));

        if (request.Outcome is { } outcome)
        {
            Add("outcome", localizer.Text(outcome), ToneOf(request.State));
        }

        Add("requester", request.Requester.DisplayName);
        if (request.Reason.Length > 0)
        {
            Add("reason", request.Reason);
        }

        foreach (var vote in request.Votes)
        {
            Add(vote.Approves ? "approved" : "denied", $"{vote.DisplayName} · {localizer.Moment(vote.At)}");
        }

        if (request.State == ApprovalState.Pending)
        {
            Add("approvers", Who(plan.Tier, localizer, approvers));
            Add("until", localizer.Moment(request.ExpiresAt));
        }

        Add("risk", localizer.Text(plan.Risk));
        Add("undo", localizer.Text(plan.Undo));
        Add("git", plan.GitFollowUp is { } git ? localizer.Text(git) : localizer.Text("card.request.git.nothing"));
        foreach (var caution in plan.Cautions)
        {
            Add("caution", localizer.Text(caution), CardTone.Warning);
        }

        return new CardSection("", lines.ToImmutable());
    }

    // Names where they are known, and always by which rule: a name alone does not say that the requester's own click never counts.
    private static string Who(RiskTier tier, Localizer localizer, IReadOnlyList<string>? approvers)
    {
        var rule = localizer.Text($"card.request.who.{tier}");
        return approvers is null ? rule
            : approvers.Count == 0 ? localizer.Text("card.request.approvers.none", ("tier", tier.ToString()), ("rule", rule))
            : localizer.Text("card.request.approvers", ("names", string.Join(", ", approvers)), ("tier", tier.ToString()), ("rule", rule));
    }

    private static CardSection StepSection(ApprovalRequest request, PlanStep step, int number, Localizer localizer)
    {
        var progress = request.Steps.FirstOrDefault(item => item.Number == number);
        var state = progress?.State ?? StepState.Waiting;
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        lines.Add(new CardLine(localizer.Text("card.request.label.target"), step.Target.ToString()));
        lines.AddRange(step.Diff.Select(line => new CardLine(line.Path, $"{line.Before ?? localizer.Text("card.request.absent")} → {line.After ?? localizer.Text("card.request.absent")}")));
        if (progress is { Detail.Length: > 0 })
        {
            lines.Add(new CardLine(localizer.Text("card.request.label.result"), progress.Detail));
        }

        var heading = $"{number}/{request.Plan.Steps.Length} {localizer.Text(step.Title)} · {localizer.Text($"card.request.step.{state}")}";
        return new CardSection(heading, lines.ToImmutable()) { Code = step.Command };
    }

    private static ImmutableArray<CardButton> Buttons(ApprovalRequest request, Localizer localizer, Actor? viewer)
    {
        if (request.State != ApprovalState.Pending)
        {
            return [];
        }

        if (viewer is not null && IsSamePerson(viewer, request.Requester))
        {
            return [new CardButton(localizer.Text("card.request.button.cancel"), new ButtonAction("cancel", request.Id))];
        }

        var style = request.Plan.Tier == RiskTier.R3 ? ButtonStyle.Danger : ButtonStyle.Primary;
        return
        [
            new CardButton(localizer.Text("card.request.button.approve"), new ButtonAction("approve", request.Id, request.PlanHash), style),
            new CardButton(localizer.Text("card.request.button.deny"), new ButtonAction("deny", request.Id, request.PlanHash)),
        ];
    }

    private static bool IsSamePerson(Actor left, Actor right) =>
        left.Person is { } person && right.Person is { } other ? person.Id == other.Id : left.Platform == right.Platform && left.UserId == right.UserId;

    private static CardTone ToneOf(ApprovalState state) => state switch
    {
        ApprovalState.Succeeded => CardTone.Good,
        ApprovalState.Pending or ApprovalState.Approved or ApprovalState.Executing => CardTone.Busy,
        ApprovalState.Failed or ApprovalState.NotHealed => CardTone.Warning,
        ApprovalState.Unknown => CardTone.Blind,
        _ => CardTone.Neutral,
    };
}
