using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>Everything that can be wrong with a kubeconfig or a service account, each with the facts that its text names.</summary>
internal static class ConfigurationFailures
{
    public static ApiFailure NoKubeconfig(IEnumerable<string> files)
    {
        var looked = string.Join(", ", files);
        return Of("kubeconfig-none", $"No kubeconfig at {looked}.").With("files", looked);
    }

    public static ApiFailure Missing(string file) =>
        Of("kubeconfig-missing", $"The kubeconfig {file} does not exist.").With("file", file);

    public static ApiFailure Unreadable(string file, long line, string problem) =>
        Of("kubeconfig-unreadable", $"{file}, line {line}: {problem}").With("file", file).With("line", line).With("problem", problem);

    public static ApiFailure ContextUnset(IReadOnlyCollection<string> known) =>
        Of("context-unset", "No context is given and the kubeconfig has no current-context.").With("known", Listed(known));

    public static ApiFailure ContextMissing(string context, IReadOnlyCollection<string> known) =>
        Of("context-missing", $"The kubeconfig has no context '{context}'.").With("context", context).With("known", Listed(known));

    public static ApiFailure EntryMissing(string context, string field, string name) =>
        Of("context-entry-missing", $"Context '{context}' names the {field} '{name}', which does not exist.")
            .With("context", context).With("field", field).With("name", name);

    public static ApiFailure BadAddress(string field, string value) =>
        Of("address-invalid", $"'{value}' under {field} is not an address.").With("field", field).With("value", value);

    public static ApiFailure FileUnreadable(string file, string field, string problem) =>
        Of("file-unreadable", $"{field}: {problem}").With("file", file).With("field", field).With("problem", problem);

    public static ApiFailure BadCertificate(string field, string file, string problem) =>
        Of("certificate-invalid", $"{field} in {file} is not usable: {problem}").With("field", field).With("file", file).With("problem", problem);

    public static ApiFailure AuthProvider(string user, string name) =>
        Of("auth-provider", $"User '{user}' logs in by the removed auth-provider '{name}'; use an exec plugin.").With("user", user).With("name", name);

    public static ApiFailure BadExec(string user, string problem) =>
        Of("exec-invalid", $"The exec entry of user '{user}' is not usable: {problem}").With("user", user).With("problem", problem);

    public static ApiFailure BadToken(string user, string file) =>
        Of("token-invalid", $"The token of user '{user}' in {file} is not one word.").With("user", user).With("file", file);

    // .NET joins the values of a header into one line, and the server would take "a, b" for one group.
    public static ApiFailure SeveralGroups(string user) =>
        Of("impersonation-groups", $"User '{user}' impersonates several groups; only one is supported.").With("user", user);

    public static ApiFailure NotInCluster(string missing) =>
        Of("not-in-cluster", $"This is not a pod with a service account: {missing} is missing.").With("missing", missing);

    private static ApiFailure Of(string problem, string message) => new(ApiFailureKind.Configuration, message) { Problem = problem };

    private static string Listed(IReadOnlyCollection<string> names) => names.Count == 0 ? "-" : string.Join(", ", names.Order(StringComparer.Ordinal));
}
