using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
using Bot.Configuration;
using Bot.Core.Environments;
using Bot.Core.Redaction;
using Bot.Core.Texts;

namespace Bot.CommandLine;

/// <summary>One call of the program: what was asked for globally, and what the configuration says.</summary>
public sealed class Invocation
{
    private readonly ParseResult parsed;
    private readonly GlobalOptions options;
    private readonly Lazy<LoadedConfiguration> configuration;
    private readonly Lazy<IRedactor> redactor = new(() => new Redactor());

    public Invocation(ParseResult parsed, GlobalOptions options, Terminal terminal, TimeProvider clock, BotConfiguration reader)
    {
        this.parsed = parsed;
        this.options = options;
        Terminal = terminal;
        Clock = clock;
        configuration = new(() => reader.Load(Config));
    }

    public Terminal Terminal { get; }

    public TimeProvider Clock { get; }

    public bool Json => parsed.GetValue(options.Output) == "json";

    public string? Config => parsed.GetValue(options.Config);

    public string? Kubeconfig => parsed.GetValue(options.Kubeconfig);

    public string? Context => parsed.GetValue(options.Context);

    public string? Cluster => parsed.GetValue(options.Cluster);

    public bool Demo => parsed.GetValue(options.Demo);

    public string? Scenario => parsed.GetValue(options.Scenario);

    public string? ScenarioFolder => parsed.GetValue(options.ScenarioFolder);

    public string? Token => parsed.GetValue(options.Token) ?? (Environment.GetEnvironmentVariable("BOT_TOKEN") is { Length: > 0 } token ? token : null);

    /// <summary>True when a cluster was named on the command line: then no configuration is asked for.</summary>
    public bool NamesCluster => Kubeconfig is not null || Context is not null;

    public LoadedConfiguration Configuration => configuration.Value;

    public IRedactor Redactor => redactor.Value;

    public string DataDirectory => Path.GetFullPath(parsed.GetValue(options.DataDirectory) ?? Configuration.Options.DataDirectory);

    public Language Language => parsed.GetValue(options.Language) switch
    {
        "ko" => Language.Ko,
        "en" => Language.En,
        _ => Configuration.Options.Language == "ko" ? Language.Ko : Language.En,
    };

    public Localizer Localizer => field ??= new Localizer(Language, TimeZoneInfo.TryFindSystemTimeZoneById(Configuration.Options.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc);

    public EnvironmentDirectory Environments => field ??= new EnvironmentDirectory(
        NamesCluster ? [] : Definitions(Configuration.Options),
        SystemNamespaces(Configuration.Options));

    public static ImmutableArray<EnvironmentDefinition> Definitions(BotOptions options) =>
    [
        .. options.Environments.Select(pair => new EnvironmentDefinition(pair.Key, pair.Value.Cluster.Length > 0 ? pair.Value.Cluster : options.Clusters.Keys.FirstOrDefault() ?? "")
        {
            Applications = [.. pair.Value.Applications],
            Namespaces = [.. pair.Value.Namespaces],
            Policy = pair.Value.Policy,
        }),
    ];

    public static FrozenSet<string> SystemNamespaces(BotOptions options) =>
        (options.SystemNamespaces.Count > 0 ? [.. options.SystemNamespaces] : BotOptions.UsualSystemNamespaces).ToFrozenSet();
}
