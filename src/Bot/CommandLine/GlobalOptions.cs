using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>Options that every command takes.</summary>
public sealed class GlobalOptions
{
    public Option<string> Output { get; } = new("--output", "-o") { DefaultValueFactory = _ => "text", Recursive = true };

    public Option<string?> Language { get; } = new("--language") { Recursive = true };

    public Option<string?> Config { get; } = new("--config") { Recursive = true };

    public Option<string?> Kubeconfig { get; } = new("--kubeconfig") { Recursive = true };

    public Option<string?> Context { get; } = new("--context") { Recursive = true };

    public Option<string?> Cluster { get; } = new("--cluster") { Recursive = true };

    public Option<bool> Demo { get; } = new("--demo") { Recursive = true };

    public Option<string?> Scenario { get; } = new("--scenario") { Recursive = true };

    public Option<string?> ScenarioFolder { get; } = new("--scenario-dir") { Recursive = true };

    public Option<string?> Token { get; } = new("--token") { Recursive = true };

    public Option<string?> DataDirectory { get; } = new("--data") { Recursive = true };

    public GlobalOptions()
    {
        Output.AcceptOnlyFromAmong("text", "json");
        Language.AcceptOnlyFromAmong("en", "ko");
    }

    public IEnumerable<Option> All => [Output, Language, Config, Kubeconfig, Context, Cluster, Demo, Scenario, ScenarioFolder, Token, DataDirectory];
}
