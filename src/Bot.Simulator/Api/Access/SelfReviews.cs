using System.Text.Json.Nodes;
using Bot.Simulator.Api.Discovery;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Api.Writing;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Access;

/// <summary>Answers the reviews by which a caller learns who it is and what it may do.</summary>
internal sealed class SelfReviews(TimeProvider clock)
{
    public ApiAnswer? Answer(ApiUser user, ApiRequest request, RequestBody body) => (request.Group, request.Resource) switch
    {
        ("authentication.k8s.io", "selfsubjectreviews") => WhoAmI(user),
        ("authorization.k8s.io", "selfsubjectaccessreviews") => MayI(user, Spec(body)),
        ("authorization.k8s.io", "selfsubjectrulesreviews") => WhatMayI(user, body.IsProtobuf ? ProtobufMessage.Open(body.Bytes)?.Message(2)?.Text(1) : body.Json().Text("spec", "namespace")),
        _ => null,
    };

    private ApiAnswer WhoAmI(ApiUser user)
    {
        var info = new JsonObject { ["username"] = user.Name };
        if (user.Uid.Length > 0)
        {
            info["uid"] = user.Uid;
        }

        info["groups"] = PlainDiscovery.Array(user.Groups);
        return ApiAnswer.Json(201, new JsonObject
        {
            ["kind"] = "SelfSubjectReview",
            ["apiVersion"] = "authentication.k8s.io/v1",
            ["metadata"] = new JsonObject { ["creationTimestamp"] = ObjectShape.Time(clock.GetUtcNow()) },
            ["status"] = new JsonObject { ["userInfo"] = info },
        });
    }

    private static ApiAnswer MayI(ApiUser user, JsonObject spec)
    {
        var asked = spec.At("resourceAttributes");
        var subresource = asked.Text("subresource") is { Length: > 0 } sub ? "/" + sub : "";
        var rule = asked is null
            ? null
            : AccessControl.Rule(user, asked.Text("verb") ?? "", asked.Text("group") ?? "", asked.Text("resource") + subresource, asked.Text("namespace") ?? "");
        var allowed = rule is not null || spec.Text("nonResourceAttributes", "path") is { } path
            && AccessControl.Judge(user, new ApiRequest { Path = path, Verb = spec.Text("nonResourceAttributes", "verb") ?? "get" }) is null;
        var status = new JsonObject { ["allowed"] = allowed };
        if (rule is not null)
        {
            status["reason"] = $"RBAC: allowed by {rule.Origin} to User \"{user.Name}\"";
        }

        return ApiAnswer.Json(201, new JsonObject
        {
            ["kind"] = "SelfSubjectAccessReview",
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["metadata"] = new JsonObject(),
            ["spec"] = spec.DeepClone(),
            ["status"] = status,
        });
    }

    private static ApiAnswer WhatMayI(ApiUser user, string? ns)
    {
        if (string.IsNullOrEmpty(ns))
        {
            return ApiAnswer.Refusal(Failures.BadRequest("no namespace on request"));
        }

        var rules = new JsonArray(
            Rule(["create"], ["authorization.k8s.io"], ["selfsubjectaccessreviews", "selfsubjectrulesreviews"]),
            Rule(["create"], ["authentication.k8s.io"], ["selfsubjectreviews"]));
        foreach (var rule in user.Rules.Where(rule => rule.Namespace is null || rule.Namespace == ns))
        {
            rules.Add((JsonNode)Rule(rule.Verbs, rule.Groups, rule.Resources));
        }

        return ApiAnswer.Json(201, new JsonObject
        {
            ["kind"] = "SelfSubjectRulesReview",
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["metadata"] = new JsonObject(),
            ["spec"] = new JsonObject(),
            ["status"] = new JsonObject
            {
                ["resourceRules"] = rules,
                ["nonResourceRules"] = new JsonArray(
                    Paths("/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*", "/readyz", "/version", "/version/"),
                    Paths("/.well-known", "/.well-known/*"),
                    Paths("/healthz", "/livez", "/readyz", "/version", "/version/")),
                ["incomplete"] = false,
            },
        });
    }

    private static JsonObject Rule(IReadOnlyList<string> verbs, IReadOnlyList<string> groups, IReadOnlyList<string> resources) => new()
    {
        ["verbs"] = PlainDiscovery.Array(verbs),
        ["apiGroups"] = PlainDiscovery.Array(groups),
        ["resources"] = PlainDiscovery.Array(resources),
    };

    private static JsonObject Paths(params IReadOnlyList<string> paths) => new() { ["verbs"] = new JsonArray("get"), ["nonResourceURLs"] = PlainDiscovery.Array(paths) };

    /// <summary>The spec of the review; kubectl sends it as protobuf.</summary>
    private static JsonObject Spec(RequestBody body)
    {
        if (!body.IsProtobuf)
        {
            return body.Json().At("spec") as JsonObject ?? [];
        }

        var spec = ProtobufMessage.Open(body.Bytes)?.Message(2);
        if (spec?.Message(1) is { } resource)
        {
            var names = (string[])["namespace", "verb", "group", "version", "resource", "subresource", "name"];
            var attributes = new JsonObject();
            for (var field = 1; field <= names.Length; field++)
            {
                if (resource.Text(field) is { Length: > 0 } text)
                {
                    attributes[names[field - 1]] = text;
                }
            }

            return new JsonObject { ["resourceAttributes"] = attributes };
        }

        return spec?.Message(2) is { } other
            ? new JsonObject { ["nonResourceAttributes"] = new JsonObject { ["path"] = other.Text(1), ["verb"] = other.Text(2) } }
            : [];
    }
}
