using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>Options that every command takes.</summary>
public sealed class GlobalOptions
{
    public Option<string> Output { get; } = new("--output", "-o") { Description = "text or json", DefaultValueFactory = _ => "text", Recursive = true };

    public Option<string?> Language { get; } = new("--language") { Description = "en or ko; else Bot:Language, else en", Recursive = true };

    public Option<string?> Config { get; } = new("--config") { Description = "configuration file; else BOT_CONFIG, else ./appsettings.json", Recursive = true };

    public Option<string?> Kubeconfig { get; } = new("--kubeconfig") { Description = "kubeconfig file; needs no configuration", Recursive = true };

    public Option<string?> Context { get; } = new("--context") { Description = "context of the kubeconfig; needs no configuration", Recursive = true };

    public Option<string?> Cluster { get; } = new("--cluster") { Description = "only this configured cluster", Recursive = true };

    public Option<bool> Demo { get; } = new("--demo") { Description = "use the simulated cluster even when something is configured", Recursive = true };

    public Option<string?> Scenario { get; } = new("--scenario") { Description = "scenario of the simulated cluster (seed-002, healthy, ...)", Recursive = true };

    public Option<string?> ScenarioFolder { get; } = new("--scenario-dir") { Description = "folder with scenarios of your own", Recursive = true };

    public Option<string?> Token { get; } = new("--token") { Description = "personal token for acting commands; else BOT_TOKEN", Recursive = true };

    public Option<string?> DataDirectory { get; } = new("--data") { Description = "data directory; else Bot:DataDirectory", Recursive = true };

    public GlobalOptions()
    {
        Output.AcceptOnlyFromAmong("text", "json");
        Language.AcceptOnlyFromAmong("en", "ko");
    }

    public IEnumerable<Option> All => [Output, Language, Config, Kubeconfig, Context, Cluster, Demo, Scenario, ScenarioFolder, Token, DataDirectory];
}
