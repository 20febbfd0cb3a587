using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class AuthorizationPolicyReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        return new AuthorizationPolicy
        {
            Metadata = metadata,
            Selector = LabelSelectorReader.Read(spec.At("selector"u8)),
            Action = spec.At("action"u8).Text() is { Length: > 0 } action ? action : "ALLOW",
            RuleCount = spec.At("rules"u8).Items().Count(),
            HasTargets = !spec.At("targetRef"u8).IsMissing() || spec.At("targetRefs"u8).Items().Any(),
        };
    }
}
