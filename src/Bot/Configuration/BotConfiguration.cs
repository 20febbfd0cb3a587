using System.Collections.Immutable;
using Bot.Core.Texts;
using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>
/// Reads the configuration: the shipped file, then the one that <c>--config</c> or <c>BOT_CONFIG</c> names (else <c>./appsettings.json</c>),
/// then environment variables. Everything wrong with it is found in one pass.
/// </summary>
public sealed class BotConfiguration(string programFolder, string workingFolder, Func<string, string?> environment)
{
    public const string Variable = "BOT_CONFIG";
    private const string FileName = "appsettings.json";

    public static BotConfiguration OfProcess() => new(AppContext.BaseDirectory, Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable);

    /// <param name="given">The file of <c>--config</c>; null when it was not given.</param>
    public LoadedConfiguration Load(string? given)
    {
        var faults = ImmutableArray.CreateBuilder<ConfigurationFault>();
        var notes = ImmutableArray.CreateBuilder<ConfigurationFault>();
        var file = Find(given);
        var files = new[] { Shipped(), file }.OfType<ConfigurationFile>().DistinctBy(item => Path.GetFullPath(item.Path, workingFolder)).ToArray();
        var root = Open(files, faults);
        var (values, origins) = WholeLists.Merge(root.Providers);
        OptionKeys.Find(values.Keys, notes);
        OptionKeys.TakeOutWrongTypes(values, faults);
        var options = Bind(values);
        Rebase(options, files, origins);
        new BotOptionsCheck(faults).Run(options);
        var hasVariables = origins.Any(pair => pair.Value == files.Length && pair.Key.StartsWith("Bot:", StringComparison.OrdinalIgnoreCase));
        return new LoadedConfiguration(options, faults.ToImmutable(), notes.ToImmutable(), file, hasVariables);
    }

    private ConfigurationFile? Shipped() => Existing(Path.Combine(programFolder, FileName), given: false);

    private ConfigurationFile? Find(string? given) =>
        (given ?? environment(Variable)) is { Length: > 0 } named
            ? new ConfigurationFile(Path.GetFullPath(named, workingFolder), IsGiven: true)
            : Existing(Path.Combine(workingFolder, FileName), given: false);

    private static ConfigurationFile? Existing(string path, bool given) => File.Exists(path) ? new ConfigurationFile(path, given) : null;

    private static IConfigurationRoot Open(IEnumerable<ConfigurationFile> files, ImmutableArray<ConfigurationFault>.Builder faults)
    {
        var builder = new ConfigurationBuilder();
        foreach (var file in files)
        {
            // Opened by itself first, so that one broken file is a fault with its place and not an exception.
            try
            {
                var alone = new ConfigurationBuilder().AddJsonFile(file.Path, optional: false, reloadOnChange: false).Build();
                builder.AddInMemoryCollection(alone.AsEnumerable());
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException or FormatException)
            {
                faults.Add(new ConfigurationFault(file.Path, new TextKey("configuration.file").With("message", (fault.InnerException ?? fault).Message)));
                builder.AddInMemoryCollection();
            }
        }

        return builder.AddEnvironmentVariables().Build();
    }

    private static BotOptions Bind(Dictionary<string, string?> values)
    {
        var options = new BotOptions();
        new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(BotOptions.Section).Bind(options);
        return options;
    }

    private static void Rebase(BotOptions options, ConfigurationFile[] files, Dictionary<string, int> origins)
    {
        foreach (var (name, cluster) in options.Clusters)
        {
            if (cluster.Kubeconfig is { Length: > 0 } path && origins.TryGetValue($"Bot:Clusters:{name}:Kubeconfig", out var source) && source < files.Length)
            {
                cluster.Kubeconfig = Path.GetFullPath(path, files[source].Folder);
            }
        }
    }
}
