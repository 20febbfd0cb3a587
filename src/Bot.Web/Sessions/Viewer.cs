using Bot.Core.Approval;
using Bot.Core.Texts;

namespace Bot.Web.Sessions;

/// <summary>Who looks, as the core sees it.</summary>
public static class Viewer
{
    /// <summary>The persona of the demo; else a reader without a name, who may look and nothing more.</summary>
    public static Actor ActorOf(Session session) => session.Persona is { } person
        ? new Actor("console", person.Id, person.DisplayName, person)
        : new Actor("console", "", "", null);

    public static Localizer LocalizerOf(Session session, ConsoleSettings settings) => new(session.Language, settings.TimeZone);
}
