using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Web.Live;
using Bot.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Web;

/// <summary>Registers the console. Needs from the host: CommandDispatcher, IApprovalDesk, IAuditLog, IRedactor, TimeProvider.</summary>
public static class ConsoleServices
{
    public static IServiceCollection AddBotConsole(this IServiceCollection services, ConsoleSettings settings)
    {
        services.AddRazorComponents();

        // Korean text travels as itself, not as numbers.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(settings);
        services.AddSingleton<SessionStore>();
        services.AddSingleton<RequestCards>();
        services.AddSingleton<LiveCards>();
        return services;
    }
}
