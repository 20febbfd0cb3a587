using Bot.Core.Approval;
using Bot.Core.Commands;
using Bot.Core.Redaction;
using Bot.Web.Live;
using Bot.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Endpoints;

/// <summary>What the forms do. Every post ends in a redirect, so that a reload never acts twice.</summary>
internal static class FormEndpoints
{
    private const int LongestLine = 500;

    public static async Task<IResult> Command(HttpContext context, SessionStore sessions, ConsoleSettings settings, CommandDispatcher dispatcher, IRedactor redactor, TimeProvider clock)
    {
        var session = sessions.Find(context)!;
        var line = Field(context, "line").Trim();
        if (line.Length is > 0 and <= LongestLine)
        {
            await Say(session, settings, dispatcher, redactor, clock, line, context.RequestAborted);
        }

        return TypedResults.Redirect("/#latest");
    }

    public static async Task<IResult> Press(HttpContext context, SessionStore sessions, ConsoleSettings settings, CommandDispatcher dispatcher, IRedactor redactor, IApprovalDesk desk, RequestCards cards, TimeProvider clock)
    {
        var session = sessions.Find(context)!;
        var (verb, argument, hash) = (Field(context, "verb"), Field(context, "argument"), Field(context, "hash"));
        switch (verb)
        {
            case "command":
                await Say(session, settings, dispatcher, redactor, clock, argument, context.RequestAborted);
                break;
            case "approve" or "deny":
                Answer(session, cards, clock, Field(context, "label"), await desk.VoteAsync(argument, hash, Viewer.ActorOf(session), verb == "approve", Field(context, "reason"), context.RequestAborted));
                break;
            case "cancel":
                Answer(session, cards, clock, Field(context, "label"), await desk.CancelAsync(argument, Viewer.ActorOf(session), context.RequestAborted));
                break;
            default:
                return TypedResults.BadRequest();
        }

        return TypedResults.Redirect("/#latest");
    }

    public static IResult Persona(HttpContext context, SessionStore sessions, ConsoleSettings settings)
    {
        var session = sessions.Find(context)!;
        var wanted = Field(context, "persona");
        session.Persona = settings.Personas.FirstOrDefault(person => person.Id == wanted) ?? session.Persona;
        return TypedResults.Redirect("/#latest");
    }

    public static IResult Language(HttpContext context, SessionStore sessions)
    {
        var session = sessions.Find(context)!;
        session.Language = Field(context, "language") == "ko" ? Core.Texts.Language.Ko : Core.Texts.Language.En;
        return TypedResults.Redirect("/#latest");
    }

    private static async Task Say(Session session, ConsoleSettings settings, CommandDispatcher dispatcher, IRedactor redactor, TimeProvider clock, string line, CancellationToken cancellationToken)
    {
        var actor = Viewer.ActorOf(session);
        var result = await dispatcher.ExecuteAsync(line, actor, Viewer.LocalizerOf(session, settings), "", cancellationToken);
        session.Add(new ConversationEntry(actor.DisplayName, redactor.Mask(line), clock.GetUtcNow(), result.Cards));
    }

    private static void Answer(Session session, RequestCards cards, TimeProvider clock, string label, DeskAnswer answer)
    {
        session.Add(new ConversationEntry(Viewer.ActorOf(session).DisplayName, label, clock.GetUtcNow(), cards.Of(answer, session)));
    }

    private static string Field(HttpContext context, string name) => context.Request.Form[name].ToString();
}
