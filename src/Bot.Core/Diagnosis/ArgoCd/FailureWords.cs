using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>The names that the API's refusals hold. Each is empty when the text does not give it.</summary>
public static partial class FailureWords
{
    private const int LongestField = 30;

    // The names stand at the beginning; a message of megabytes is not searched to its end.
    private const int LongestText = 4000;

    /// <summary>The first labels of a name that is a domain, as many as a card bears.</summary>
    public static string Short(string name)
    {
        var end = name.Length;
        while (end > LongestField && name.LastIndexOf('.', end - 1) is > 0 and var dot)
        {
            end = dot;
        }

        return name[..end];
    }

    public static string Webhook(string text) => Find(WebhookName(), text).Groups["name"].Value;

    /// <summary>The Service that the API server called, by the address in the text.</summary>
    public static (string Namespace, string Name) WebhookService(string text) =>
        Find(ServiceAddress(), text) is { Success: true } address ? (address.Groups["namespace"].Value, address.Groups["name"].Value) : ("", "");

    /// <summary>The policy that refused, else the admission webhook that did.</summary>
    public static string Policy(string text) => First(Find(PolicyName(), text).Groups["name"].Value, Find(DeniedBy(), text).Groups["name"].Value);

    public static string Quota(string text) => Find(QuotaName(), text).Groups["name"].Value;

    public static string Namespace(string text) => Find(NamespaceName(), text).Groups["name"].Value;

    public static string Project(string text) => Find(ProjectName(), text).Groups["name"].Value;

    /// <summary>The field that is at fault: the end of its path, which is what one looks for in the manifest.</summary>
    public static string Field(string text)
    {
        var path = First(Find(UnknownField(), text).Groups["field"].Value, Find(FieldPath(), text).Groups["field"].Value).Trim('.').Split('.');
        return path is [.., var parent, var last] && parent.Length + last.Length < LongestField ? $"{parent}.{last}" : path[^1];
    }

    /// <summary><c>Kind "name" is invalid</c>, as <c>Kind/name</c>.</summary>
    public static string Object(string text) => Find(ObjectName(), text) is { Success: true } match ? $"{match.Groups["kind"].Value}/{match.Groups["name"].Value}" : "";

    public static (string Group, string Version, string Kind, string Served) Kind(string text)
    {
        var match = Find(MissingKind(), text);
        var version = match.Groups["version"].Value;
        var slash = version.LastIndexOf('/');
        return (
            First(match.Groups["group"].Value, slash > 0 ? version[..slash] : ""),
            slash > 0 ? version[(slash + 1)..] : version,
            match.Groups["kind"].Value,
            Find(ServedVersion(), text).Groups["version"].Value);
    }

    public static (string User, string Verb, string Resource, string Group, string Namespace) Right(string text)
    {
        var match = Find(MissingRight(), text);
        return (match.Groups["user"].Value, match.Groups["verb"].Value, match.Groups["resource"].Value, match.Groups["group"].Value, match.Groups["namespace"].Value);
    }

    private static Match Find(Regex words, string text) => words.Match(text.Length > LongestText ? text[..LongestText] : text);

    private static string First(string one, string other) => one.Length > 0 ? one : other;

    [GeneratedRegex("failed calling webhook \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WebhookName();

    [GeneratedRegex("https?://(?<name>[a-z0-9-]+)\\.(?<namespace>[a-z0-9-]+)\\.svc", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ServiceAddress();

    [GeneratedRegex("(denied the request: \\[(?<name>[^\\]]+)\\]|following policies:?\\s+(?<name>[A-Za-z0-9-]+):|ValidatingAdmissionPolicy ['\"](?<name>[^'\"]+)['\"]|violates PodSecurity \"(?<name>[^\"]+)\")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PolicyName();

    [GeneratedRegex("admission webhook \"(?<name>[^\"]+)\" denied", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DeniedBy();

    [GeneratedRegex("(exceeded|failed) quota: (?<name>[^,:\\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotaName();

    [GeneratedRegex("(namespaces \"(?<name>[^\"]+)\" not found|namespace \"?(?<name>[a-z0-9][a-z0-9-]*)\"? (because it )?is being terminated)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceName();

    [GeneratedRegex("(in|use|references|referencing) project ['\"]?(?<name>[a-z0-9][a-z0-9.-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProjectName();

    [GeneratedRegex("unknown field \"(?<field>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnknownField();

    [GeneratedRegex("(?<field>[A-Za-z.][^\\s:]*): (Invalid value|Forbidden|Required value|Unsupported value|Too long|Duplicate value|field not declared in schema)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldPath();

    [GeneratedRegex("(?<kind>[A-Z][A-Za-z]+)(\\.[a-z0-9.-]+)? \"(?<name>[^\"]+)\" is invalid", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ObjectName();

    [GeneratedRegex("(no matches for kind \"(?<kind>[^\"]+)\" in (version|group) \"(?<version>[^\"]+)\"|could not find version \"(?<version>[^\"]+)\" of (?<group>[^/\\s]+)/(?<kind>[^/\\s]+) for|could not find (?<group>[^/\\s]*)/(?<kind>[^/\\s]+) for|\"(?<kind>[^\"]+)\" CRD is installed)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingKind();

    [GeneratedRegex("Version \"(?<version>[^\"]+)\" of \\S+ is installed", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ServedVersion();

    [GeneratedRegex("User \"(?<user>[^\"]+)\" cannot (?<verb>[a-z]+) resource \"(?<resource>[^\"]+)\"( in API group \"(?<group>[^\"]*)\")?( in the namespace \"(?<namespace>[^\"]+)\")?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingRight();
}
