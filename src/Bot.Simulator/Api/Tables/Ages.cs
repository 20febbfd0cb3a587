using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Tables;

/// <summary>Spans of time as kubectl shows them: <c>105s</c>, <c>3m5s</c>, <c>2d4h</c>.</summary>
internal static class Ages
{
    public const string Unknown = "<unknown>";

    public static string Of(JsonObject body, DateTimeOffset now, params ReadOnlySpan<string> path) => Since(body.Text(path), now);

    public static string Since(string? time, DateTimeOffset now) => Parse(time) is { } at ? Short(now - at) : Unknown;

    public static DateTimeOffset? Parse(string? time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    public static string Short(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        var minutes = seconds / 60;
        var hours = minutes / 60;
        var days = hours / 24;
        return seconds switch
        {
            < -1 => "<invalid>",
            < 0 => "0s",
            < 120 => $"{seconds}s",
            < 600 => Two(minutes, "m", seconds % 60, "s"),
            < 3 * 3600 => $"{minutes}m",
            < 8 * 3600 => Two(hours, "h", minutes % 60, "m"),
            < 48 * 3600 => $"{hours}h",
            < 8 * 86400 => Two(days, "d", hours % 24, "h"),
            < 2L * 365 * 86400 => $"{days}d",
            < 8L * 365 * 86400 => Two(days / 365, "y", days % 365, "d"),
            _ => $"{days / 365}y",
        };
    }

    private static string Two(long whole, string unit, long rest, string small) => rest == 0 ? $"{whole}{unit}" : $"{whole}{unit}{rest}{small}";
}
