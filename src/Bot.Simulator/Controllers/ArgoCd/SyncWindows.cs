using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Whether the sync windows of an application's project let it sync now. Zones are not simulated: schedules are in UTC.</summary>
internal static class SyncWindows
{
    public static bool Allow(World world, StoredObject app, bool manual)
    {
        var project = world.Store.Get(SimulatedKinds.AppProject, app.Namespace, app.Body.Text("spec", "project") ?? "default");
        var windows = (project?.Body).Objects("spec", "syncWindows").Where(window => Matches(window, app)).ToList();
        var active = windows.Where(window => CronSchedule.IsActive(window.Text("schedule") ?? "", Duration(window.Text("duration")), world.Now)).ToList();
        var denies = active.Where(static window => window.Text("kind") == "deny").ToList();
        if (denies.Count > 0)
        {
            return manual && denies.All(static window => window.Flag("manualSync"));
        }

        var allows = windows.Where(static window => window.Text("kind") == "allow").ToList();
        return allows.Count == 0 || allows.Any(active.Contains) || (manual && allows.All(static window => window.Flag("manualSync")));
    }

    private static bool Matches(JsonObject window, StoredObject app) =>
        window.Texts("applications").Any(pattern => Fits(pattern, app.Name))
        || window.Texts("namespaces").Any(pattern => Fits(pattern, app.Body.Text("spec", "destination", "namespace") ?? ""))
        || window.Texts("clusters").Any(pattern => Fits(pattern, app.Body.Text("spec", "destination", "server") ?? ""));

    private static bool Fits(string pattern, string text) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);

    private static TimeSpan Duration(string? text) => text is not null && text.Length > 1
        && double.TryParse(text[..^1], System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? text[^1] switch { 'h' => TimeSpan.FromHours(number), 'm' => TimeSpan.FromMinutes(number), _ => TimeSpan.FromSeconds(number) }
        : TimeSpan.Zero;
}
