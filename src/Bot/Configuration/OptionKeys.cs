using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Bot.Core.Commands;
using Bot.Core.Texts;

namespace Bot.Configuration;

/// <summary>Holds keys under <c>Bot</c> against the options: those that no option answers to (the nearest name is offered), and values that an option cannot hold.</summary>
public static class OptionKeys
{
    // Sections of the contract whose features are not in this version: known, without effect.
    private static readonly string[] Later = ["Holidays", "OnCall", "Wake", "Heartbeat", "Links", "Logs", "Git", "Webhooks", "Discord", "Slack"];
    private static readonly string[] LaterInside = ["Tunnel", "Channels", "Solo", "Standing"];

    public static void Find(IEnumerable<string> keys, ImmutableArray<ConfigurationFault>.Builder notes)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in keys.Order(StringComparer.OrdinalIgnoreCase))
        {
            var parts = key.Split(':');
            if (parts.Length < 2 || !parts[0].Equals(BotOptions.Section, StringComparison.OrdinalIgnoreCase) || Later.Contains(parts[1], StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            if (FirstUnknown(typeof(BotOptions), parts, 1) is var (depth, near) && depth > 0 && seen.Add(string.Join(':', parts[..(depth + 1)])))
            {
                var path = string.Join(':', parts[..(depth + 1)]);
                notes.Add(new ConfigurationFault(path, near.Length > 0 ? new TextKey("configuration.unknown.near").With("nearest", near) : new TextKey("configuration.unknown")));
            }
        }
    }

    private static (int Depth, string Nearest) FirstUnknown(Type type, string[] parts, int depth)
    {
        for (; depth < parts.Length; depth++)
        {
            if (ElementOf(type) is { } element)
            {
                type = element;
                continue;
            }

            var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
            if (properties.FirstOrDefault(property => property.Name.Equals(parts[depth], StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                type = found.PropertyType;
            }
            else if (LaterInside.Contains(parts[depth], StringComparer.OrdinalIgnoreCase))
            {
                return (0, "");
            }
            else
            {
                return (depth, NearestNames.Of(parts[depth], properties.Select(property => property.Name)) is [var near, ..] ? near : "");
            }
        }

        return (0, "");
    }

    /// <summary>Takes values out that their option cannot hold, and reports them: the binder would pass over them without a word.</summary>
    public static void TakeOutWrongTypes(Dictionary<string, string?> values, ImmutableArray<ConfigurationFault>.Builder faults)
    {
        foreach (var (key, value) in values.ToArray())
        {
            if (!string.IsNullOrEmpty(value) && LeafOf(key.Split(':')) is { } leaf && !Holds(leaf, value))
            {
                faults.Add(new ConfigurationFault(key, new TextKey("configuration.type")));
                values.Remove(key);
            }
        }
    }

    private static Type? LeafOf(string[] parts)
    {
        if (!parts[0].Equals(BotOptions.Section, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var type = typeof(BotOptions);
        foreach (var part in parts.Skip(1))
        {
            if ((ElementOf(type) ?? type.GetProperty(part, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType) is not { } next)
            {
                return null;
            }

            type = next;
        }

        return type;
    }

    private static bool Holds(Type type, string value) =>
        type == typeof(string)
        || (type == typeof(int) ? int.TryParse(value, out _)
        : type == typeof(long) ? long.TryParse(value, out _)
        : type == typeof(double) ? double.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)
        : type == typeof(bool) ? bool.TryParse(value, out _)
        : type == typeof(TimeSpan) && TimeSpan.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _));

    private static Type? ElementOf(Type type) =>
        type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) || !type.IsGenericType ? null : type.GetGenericArguments()[^1];
}
