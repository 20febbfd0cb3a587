using System.Text.Json;

namespace Bot.Kubernetes.Kinds;

/// <summary>Only names are read here. The value of an environment variable is never looked at.</summary>
internal static class PodNeedsReader
{
    public static PodNeeds Read(string pod, JsonElement spec)
    {
        var needs = PodNeeds.Begin();
        foreach (var volume in spec.At("volumes"u8).Items())
        {
            OfVolume(needs, pod, volume);
        }

        foreach (var reference in spec.At("imagePullSecrets"u8).Items())
        {
            needs.Secret(reference.At("name"u8).Text());
        }

        OfContainers(needs, spec.At("initContainers"u8));
        OfContainers(needs, spec.At("containers"u8));
        return needs;
    }

    private static void OfVolume(PodNeeds needs, string pod, JsonElement volume)
    {
        needs.Claim(volume.At("persistentVolumeClaim"u8, "claimName"u8).Text());
        if (volume.At("ephemeral"u8).ValueKind == JsonValueKind.Object)
        {
            needs.EphemeralClaim(pod, volume.At("name"u8).Text());
        }

        var secret = volume.At("secret"u8);
        needs.Secret(secret.At("secretName"u8).Text(), IsOptional(secret));
        ConfigMap(needs, volume.At("configMap"u8));
        foreach (var source in volume.At("projected"u8, "sources"u8).Items())
        {
            Secret(needs, source.At("secret"u8));
            ConfigMap(needs, source.At("configMap"u8));
        }
    }

    private static void OfContainers(PodNeeds needs, JsonElement containers)
    {
        foreach (var container in containers.Items())
        {
            foreach (var source in container.At("envFrom"u8).Items())
            {
                Secret(needs, source.At("secretRef"u8));
                ConfigMap(needs, source.At("configMapRef"u8));
            }

            foreach (var variable in container.At("env"u8).Items())
            {
                var source = variable.At("valueFrom"u8);
                Secret(needs, source.At("secretKeyRef"u8));
                ConfigMap(needs, source.At("configMapKeyRef"u8));
            }
        }
    }

    private static void Secret(PodNeeds needs, JsonElement reference) => needs.Secret(reference.At("name"u8).Text(), IsOptional(reference));

    private static void ConfigMap(PodNeeds needs, JsonElement reference) => needs.ConfigMap(reference.At("name"u8).Text(), IsOptional(reference));

    private static bool IsOptional(JsonElement reference) => reference.At("optional"u8).Bool();
}
