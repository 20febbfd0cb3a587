using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Simulator.Store;

/// <summary>The part of the API server's validation that the simulator knows.</summary>
internal static partial class ObjectRules
{
    private const string NameRule =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    public const string NotNegative = "must be greater than or equal to 0";

    public static StatusFailure? Judge(SimulatedKind kind, JsonObject body)
    {
        var name = body.Text("metadata", "name") ?? "";
        var causes = Causes(kind, body, name).ToList();
        return causes.Count == 0 ? null : Failures.Invalid(kind, name, causes);
    }

    /// <summary>During deletion finalizers can only go. The real server says so twice; so do we.</summary>
    public static StatusFailure? JudgeFinalizers(SimulatedKind kind, JsonObject before, JsonObject after)
    {
        if (before.Text("metadata", "deletionTimestamp") is null)
        {
            return null;
        }

        var added = after.Texts("metadata", "finalizers").Except(before.Texts("metadata", "finalizers"), StringComparer.Ordinal).ToList();
        if (added.Count == 0)
        {
            return null;
        }

        var list = string.Join(", ", added.Select(static finalizer => $"\"{finalizer}\""));
        var cause = new StatusCause(
            "FieldValueForbidden",
            "Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{" + list + "}",
            "metadata.finalizers");
        return Failures.Invalid(kind, after.Text("metadata", "name") ?? "", kind.IsCustom ? [cause, cause] : [cause]);
    }

    public static StatusCause Required(string field) => new("FieldValueRequired", "Required value", field);

    public static StatusCause Wrong(string value, string why, string field) => new("FieldValueInvalid", $"Invalid value: {value}: {why}", field);

    private static IEnumerable<StatusCause> Causes(SimulatedKind kind, JsonObject body, string name)
    {
        if (name.Length == 0)
        {
            yield return new StatusCause("FieldValueRequired", "Required value: name or generateName is required", "metadata.name");
        }
        else if (!DnsName().IsMatch(name))
        {
            yield return Wrong($"\"{name}\"", NameRule, "metadata.name");
        }

        if (kind == SimulatedKinds.Application && string.IsNullOrEmpty(body.Text("spec", "project")))
        {
            yield return Required("spec.project");
        }

        if (kind.HasScale && body.Number("spec", "replicas") is < 0 and var replicas)
        {
            yield return Wrong($"{replicas}", NotNegative, "spec.replicas");
        }

        if (kind.HasScale && !kind.IsCustom && body.At("spec", "selector", "matchLabels") is JsonObject selector
            && body.At("spec", "template", "metadata", "labels") is JsonObject labels && selector.Any(pair => !JsonNode.DeepEquals(labels[pair.Key], pair.Value)))
        {
            yield return Wrong(labels.ToJsonString(), "`selector` does not match template `labels`", "spec.template.metadata.labels");
        }

        var podSpec = kind == SimulatedKinds.Pod ? "spec" : kind.HasScale && !kind.IsCustom ? "spec.template.spec" : null;
        if (podSpec is not null)
        {
            var index = 0;
            foreach (var container in body.Objects([.. podSpec.Split('.'), "containers"]))
            {
                if (string.IsNullOrEmpty(container.Text("image")))
                {
                    yield return Required($"{podSpec}.containers[{index}].image");
                }

                index++;
            }
        }
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9:]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9:]*[a-z0-9])?)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DnsName();
}
