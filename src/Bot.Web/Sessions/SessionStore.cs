using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Sessions;

/// <summary>Finds the session of a browser by its cookie, or starts one. Keeps the newest 200.</summary>
public sealed class SessionStore(ConsoleSettings settings)
{
    private const string CookieName = "gitops-bot";
    private const int Kept = 200;

    private readonly Lock gate = new();
    private readonly LinkedList<Session> newestFirst = [];
    private readonly Dictionary<string, LinkedListNode<Session>> byId = new(StringComparer.Ordinal);

    public Session? Find(HttpContext context)
    {
        lock (gate)
        {
            if (!context.Request.Cookies.TryGetValue(CookieName, out var id) || !byId.TryGetValue(id, out var node))
            {
                return null;
            }

            newestFirst.Remove(node);
            newestFirst.AddFirst(node);
            return node.Value;
        }
    }

    public Session FindOrStart(HttpContext context)
    {
        if (Find(context) is { } known)
        {
            return known;
        }

        var session = new Session(RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(32, lowercase: true), settings.Language)
        {
            Persona = settings.Personas.IsDefaultOrEmpty ? null : settings.Personas[0],
        };
        lock (gate)
        {
            byId[session.Id] = newestFirst.AddFirst(session);
            while (newestFirst.Count > Kept)
            {
                byId.Remove(newestFirst.Last!.Value.Id);
                newestFirst.RemoveLast();
            }
        }

        context.Response.Cookies.Append(CookieName, session.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/", Secure = context.Request.IsHttps });
        return session;
    }
}
