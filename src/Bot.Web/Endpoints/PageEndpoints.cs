using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Web.Live;
using Bot.Web.Pages;
using Bot.Web.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Web.Endpoints;

/// <summary>The three pages.</summary>
internal static class PageEndpoints
{
    private const int AuditShown = 100;

    public static RazorComponentResult Conversation(HttpContext context, SessionStore sessions, ConsoleSettings settings)
    {
        var session = sessions.FindOrStart(context);
        return Page<ConversationPage>(session, settings, (nameof(ConversationPage.IsStale), context.Request.Query.ContainsKey("stale")));
    }

    public static async Task<RazorComponentResult> Approvals(HttpContext context, SessionStore sessions, ConsoleSettings settings, IApprovalDesk desk, RequestCards cards, CancellationToken cancellationToken)
    {
        var session = sessions.FindOrStart(context);
        var requests = await desk.ListAsync(openOnly: false, cancellationToken);
        return Page<ApprovalsPage>(session, settings, (nameof(ApprovalsPage.Cards), requests.Select(request => cards.Of(request, session)).ToList()));
    }

    public static async Task<RazorComponentResult> Audit(HttpContext context, SessionStore sessions, ConsoleSettings settings, IAuditLog log, CancellationToken cancellationToken)
    {
        var session = sessions.FindOrStart(context);
        return Page<AuditPage>(session, settings, (nameof(AuditPage.Records), await log.LatestAsync(AuditShown, cancellationToken)), (nameof(AuditPage.Head), await log.HeadAsync(cancellationToken)));
    }

    private static RazorComponentResult Page<TPage>(Session session, ConsoleSettings settings, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TPage : ConsolePage
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ConsolePage.Session)] = session,
            [nameof(ConsolePage.Settings)] = settings,
        };
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return new RazorComponentResult<TPage>(all);
    }
}
