using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>The guarded patches by hand that end an operation. Each tests first that the operation is still the one that was looked at.</summary>
public static class OperationCommands
{
    /// <summary>Asks the controller to end the operation: it kills running hooks, sets Failed and removes the request.</summary>
    public static string Terminate(Application application) =>
        Patch(application, [.. Tests(application), """{"op":"replace","path":"/status/operationState/phase","value":"Terminating"}"""]);

    /// <summary>Ends it without the controller and keeps the record as Failed; hook Jobs are left behind.</summary>
    public static string EndAsFailed(Application application) => Patch(
        application,
        [
            .. Tests(application),
            .. application.Operation is null ? Array.Empty<string>() : ["""{"op":"remove","path":"/operation"}"""],
            """{"op":"replace","path":"/status/operationState/phase","value":"Failed"}""",
            """{"op":"add","path":"/status/operationState/message","value":"Operation terminated by hand"}""",
            """{"op":"add","path":"/status/operationState/finishedAt","value":"'"$(date -u +%Y-%m-%dT%H:%M:%SZ)"'"}""",
        ]);

    /// <summary>Removes a state that belongs to no operation.</summary>
    public static string RemoveState(Application application) =>
        Patch(application, [.. Tests(application), """{"op":"remove","path":"/status/operationState"}"""]);

    /// <summary>Marks the live Application so that no sync prunes it; options that it has already are kept.</summary>
    public static string GuardPrune(Application application)
    {
        var options = application.Metadata.Annotations["argocd.argoproj.io/sync-options"] is { Length: > 0 } present ? present + ",Prune=false" : "Prune=false";
        return $"kubectl -n {application.Namespace} annotate applications.argoproj.io {application.Name} --overwrite 'argocd.argoproj.io/sync-options={options}'";
    }

    public static string ShowState(Application application) =>
        $"kubectl -n {application.Namespace} get applications.argoproj.io {application.Name} -o jsonpath='{{.status.operationState}}'";

    private static IEnumerable<string> Tests(Application application)
    {
        if (application.OperationState is not { } state)
        {
            yield break;
        }

        if (state.StartedAt is { } started)
        {
            yield return $$"""{"op":"test","path":"/status/operationState/startedAt","value":"{{started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}"}""";
        }

        yield return $$"""{"op":"test","path":"/status/operationState/phase","value":"{{state.Phase}}"}""";
    }

    private static string Patch(Application application, IEnumerable<string> operations) =>
        $"kubectl -n {application.Namespace} patch applications.argoproj.io {application.Name} --type json -p '[{string.Join(',', operations)}]'";
}
