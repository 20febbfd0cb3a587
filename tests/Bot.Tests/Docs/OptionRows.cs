using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Tests.Docs;

/// <summary>Path and docstring of every option, from the classes and from their sources.</summary>
internal static partial class OptionRows
{
    public static IEnumerable<(string Path, string Meaning)> Of(Type type, string path)
    {
        var source = File.ReadAllText(Directory.GetFiles(Path.Combine(SharedFiles.RepositoryRoot, "src"), type.Name + ".cs", SearchOption.AllDirectories).Single());
        var meanings = Documented().Matches(source).ToDictionary(match => match.Groups["name"].Value, match => Plain(match.Groups["text"].Value));
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var below = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IDictionary<,>)
                ? (Type: property.PropertyType.GenericTypeArguments[1], Path: $"{path}:{property.Name}:NAME")
                : property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IList<>)
                ? (Type: property.PropertyType.GenericTypeArguments[0], Path: $"{path}:{property.Name}{(property.PropertyType.GenericTypeArguments[0] == typeof(string) ? "" : ":N")}")
                : (Type: property.PropertyType, Path: $"{path}:{property.Name}");
            if (!below.Type.Name.EndsWith("Options", StringComparison.Ordinal) && !below.Type.Name.EndsWith("Thresholds", StringComparison.Ordinal))
            {
                yield return (below.Path, meanings.GetValueOrDefault(property.Name, ""));
                continue;
            }

            foreach (var row in Of(below.Type, below.Path))
            {
                yield return row;
            }
        }
    }

    private static string Plain(string summary) => Code().Replace(summary, "`").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"/// <summary>(?<text>.*)</summary>\s+public \S+(?:<[^>]*>)?\?? (?<name>\w+) \{ get; (?:set|init); \}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Documented();

    [GeneratedRegex("</?c>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
