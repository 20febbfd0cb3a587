using System.Text;
using System.Text.Json;
using Bot.Kubernetes.Client.Authentication;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>Reads the exec entry of a user, and the cluster as a plugin wants to see it.</summary>
internal static class ExecReader
{
    private const string V1 = "client.authentication.k8s.io/v1";
    private const string V1Beta1 = "client.authentication.k8s.io/v1beta1";

    public static ApiResult<ExecPlugin> Read(string user, KubeconfigSection exec, KubeconfigSection cluster)
    {
        var version = exec.Text("apiVersion") ?? "";
        if (version is not (V1 or V1Beta1))
        {
            return ConfigurationFailures.BadExec(user, $"apiVersion '{version}' is neither {V1} nor {V1Beta1}");
        }

        if (exec.Text("command") is not { } command)
        {
            return ConfigurationFailures.BadExec(user, "it names no command");
        }

        if (Prompts(exec.Text("interactiveMode"), version) is not { } prompts)
        {
            return ConfigurationFailures.BadExec(user, $"interactiveMode '{exec.Text("interactiveMode")}' is none of Never, IfAvailable, Always");
        }

        // With a separator it is a path, relative to the file that names it; without one it is looked up in PATH.
        var isPath = command.Contains('/') || command.Contains(Path.DirectorySeparatorChar);
        return new ExecPlugin(
            version,
            isPath ? exec.Resolve(command) : command,
            exec.Texts("args"),
            [.. exec.Sections("env").Select(entry => KeyValuePair.Create(entry.Text("name") ?? "", entry.Text("value") ?? "")).Where(pair => pair.Key.Length > 0)],
            exec.Text("installHint") ?? "",
            prompts,
            exec.Flag("provideClusterInfo") ? ClusterJson(cluster) : null);
    }

    private static ExecPrompts? Prompts(string? mode, string version) => mode switch
    {
        "Never" => ExecPrompts.Never,
        "IfAvailable" => ExecPrompts.IfAvailable,
        "Always" => ExecPrompts.Always,
        null when version == V1Beta1 => ExecPrompts.IfAvailable,
        _ => null,
    };

    private static string ClusterJson(KubeconfigSection cluster)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("server", cluster.Text("server"));
            WriteText(json, "tls-server-name", cluster.Text("tls-server-name"));
            if (cluster.Flag("insecure-skip-tls-verify"))
            {
                json.WriteBoolean("insecure-skip-tls-verify", true);
            }

            if (PemFiles.Read(cluster, "certificate-authority") is { IsSuccess: true, Value: { } pem })
            {
                json.WriteBase64String("certificate-authority-data", Encoding.UTF8.GetBytes(pem));
            }

            WriteText(json, "proxy-url", cluster.Text("proxy-url"));
            if (cluster.Sections("extensions").FirstOrDefault(entry => entry.Text("name") == "client.authentication.k8s.io/exec")?.Section("extension") is { } config)
            {
                json.WritePropertyName("config");
                YamlJson.Write(json, config.Node);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
