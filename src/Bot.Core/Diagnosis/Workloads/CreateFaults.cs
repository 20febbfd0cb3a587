using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>Tells from the API's words why a pod was refused.</summary>
internal static partial class CreateFaults
{
    // The words of a webhook may quote anything, so it is asked first.
    public static CreateFault Of(string message) =>
        Webhook().IsMatch(message) ? CreateFault.Webhook
        : message.Contains("exceeded quota", StringComparison.Ordinal) ? CreateFault.Quota
        : PodSecurity().IsMatch(message) ? CreateFault.PodSecurity
        : ServiceAccount().IsMatch(message) ? CreateFault.ServiceAccount
        : Limits().IsMatch(message) ? CreateFault.LimitRange
        : CreateFault.Other;

    /// <summary>The name that the message gives: the quota, level, account, constraint or webhook.</summary>
    public static string NameIn(string message, CreateFault fault) => fault switch
    {
        CreateFault.Quota => Quota().Match(message).Groups["name"].Value,
        CreateFault.PodSecurity => PodSecurity().Match(message).Groups["name"].Value,
        CreateFault.ServiceAccount => ServiceAccount().Match(message).Groups["name"].Value,
        CreateFault.LimitRange => Limits().Match(message).Groups["name"].Value,
        CreateFault.Webhook => Webhook().Match(message).Groups["name"].Value,
        _ => "",
    };

    /// <summary>The resources of a refused request that are over the quota, as <c>pods</c> or <c>requests.cpu</c>.</summary>
    public static IEnumerable<string> OverQuota(string message)
    {
        var start = message.IndexOf("limited: ", StringComparison.Ordinal);
        return start < 0 ? [] : message[(start + "limited: ".Length)..].Split(',').Select(part => part.Split('=')[0].Trim()).Where(name => name.Length > 0);
    }

    [GeneratedRegex("exceeded quota: (?<name>[a-z0-9.-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quota();

    [GeneratedRegex("violates PodSecurity \"(?<name>[a-z]+)|unable to validate against any (?<name>pod security policy|security context constraint)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PodSecurity();

    [GeneratedRegex("service ?account \"?([a-z0-9-]+/)?(?<name>[a-z0-9.-]+)\"? (was )?not found", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ServiceAccount();

    // "failed quota: x: must specify" is a quota that wants requests to be named: mended like a LimitRange, in the manifest.
    [GeneratedRegex(@"LimitRange|must specify (?<name>[a-z0-9.,-]+)|(?<name>(maximum|minimum) \S+ usage per \w+)|(?<name>\S+ max limit to request ratio)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Limits();

    [GeneratedRegex("admission webhook \"(?<name>[^\"]+)\" denied|ValidatingAdmissionPolicy '(?<name>[^']+)'.* denied", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Webhook();
}
