using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Access;

/// <summary>Who is calling, and may they.</summary>
internal sealed class AccessControl(IReadOnlyList<ApiUser> users)
{
    private static readonly string[] OpenPaths = ["/api", "/apis", "/healthz", "/livez", "/openapi", "/readyz", "/version", "/.well-known"];
    private static readonly string[] SelfReviews = ["selfsubjectaccessreviews", "selfsubjectrulesreviews", "selfsubjectreviews"];

    /// <summary>The caller; null when the token is nobody's.</summary>
    public ApiUser? Authenticate(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return ApiUser.Anonymous;
        }

        const string scheme = "Bearer ";
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? users.FirstOrDefault(user => user.Token == header[scheme.Length..].Trim()) : null;
    }

    public static StatusFailure Unauthorized() => new(401, "Unauthorized", "Unauthorized");

    /// <summary>The refusal, or null when the call is allowed.</summary>
    public static StatusFailure? Judge(ApiUser user, ApiRequest request)
    {
        if (request.Resource.Length == 0)
        {
            return MayReadPath(user, request.Path) ? null : new StatusFailure(403, "Forbidden", $"forbidden: User \"{user.Name}\" cannot {request.Verb} path \"{request.Path}\"", new StatusDetails());
        }

        return Rule(user, request.Verb, request.Group, request.FullResource, request.Namespace) is not null ? null : Forbidden(user, request);
    }

    /// <summary>The rule that allows it, or null.</summary>
    public static AccessRule? Rule(ApiUser user, string verb, string group, string resource, string ns)
    {
        if (user != ApiUser.Anonymous && verb == "create" && SelfReviews.Contains(resource, StringComparer.Ordinal))
        {
            return new AccessRule([verb], [group], [resource]) { Origin = "ClusterRoleBinding \"system:basic-user\" of ClusterRole \"system:basic-user\"" };
        }

        return user.Rules.FirstOrDefault(rule => rule.Allows(verb, group, resource, ns));
    }

    private static bool MayReadPath(ApiUser user, string path)
    {
        if (path is "/livez" or "/readyz" or "/healthz" or "/version" || path.StartsWith("/livez/", StringComparison.Ordinal) || path.StartsWith("/readyz/", StringComparison.Ordinal))
        {
            return true;
        }

        return user != ApiUser.Anonymous
            && (user.Rules.Any(static rule => rule.Verbs.Contains("*", StringComparer.Ordinal))
                || OpenPaths.Any(open => path == open || path.StartsWith(open + "/", StringComparison.Ordinal)));
    }

    private static StatusFailure Forbidden(ApiUser user, ApiRequest request)
    {
        var qualified = request.Group.Length == 0 ? request.Resource : request.Resource + "." + request.Group;
        var named = request.Name.Length == 0 ? qualified : $"{qualified} \"{request.Name}\"";
        var scope = request.Namespace.Length == 0 ? "at the cluster scope" : $"in the namespace \"{request.Namespace}\"";
        return new StatusFailure(
            403,
            "Forbidden",
            $"{named} is forbidden: User \"{user.Name}\" cannot {request.Verb} resource \"{request.FullResource}\" in API group \"{request.Group}\" {scope}",
            new StatusDetails { Name = request.Name, Group = request.Group, Kind = request.Resource });
    }
}
