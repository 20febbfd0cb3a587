using System.Text.RegularExpressions;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>
/// Tells from the kubelet's words why an image is not there. ErrImagePull and ImagePullBackOff are one state; where the waiting
/// message does not name the reason the pull events of the last hour do.
/// </summary>
internal static partial class ImageFaults
{
    private static readonly string[] Pulling = ["ErrImagePull", "ImagePullBackOff", "RegistryUnavailable", "ImageInspectError"];

    public static (ImageFault Fault, string Message) Of(Pod pod, ContainerStatus status, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (status.State is not { Phase: ContainerPhase.Waiting } state)
        {
            return (ImageFault.None, "");
        }

        if (!Pulling.Contains(state.Reason))
        {
            var fault = state.Reason switch { "InvalidImageName" => ImageFault.InvalidName, "ErrImageNeverPull" => ImageFault.NeverPull, _ => ImageFault.None };
            return (fault, state.Message);
        }

        var image = pod.SpecOf(status.Name)?.Image ?? status.Image;
        var told = snapshot.Events.Recent(pod, context.Now, context.Thresholds.Events)
            .Where(item => item.Reason == "Failed" && item.Message.Contains("pull", StringComparison.OrdinalIgnoreCase) && item.Message.Contains(image, StringComparison.Ordinal))
            .Select(item => item.Message);
        foreach (var message in told.Prepend(state.Message))
        {
            // The image's own name must not speak: a tag may read 403 or not-found.
            if (Classify(image.Length > 0 ? message.Replace(image, "", StringComparison.Ordinal) : message) is not ImageFault.Other and var fault)
            {
                return (fault, message);
            }
        }

        return (ImageFault.Other, state.Message);
    }

    /// <summary>The registry's host: the first part of the reference when it looks like one, else Docker Hub.</summary>
    public static string RegistryOf(string image)
    {
        var slash = image.IndexOf('/');
        var first = slash < 0 ? "" : image[..slash];
        return first.Contains('.') || first.Contains(':') || first == "localhost" ? first : "docker.io";
    }

    /// <summary>Repository and tag, as people speak of an image.</summary>
    public static string WithoutRegistry(string image) =>
        image.StartsWith(RegistryOf(image) + "/", StringComparison.Ordinal) ? image[(RegistryOf(image).Length + 1)..] : image;

    // Order matters: a registry that answers 503 may say "not found" beside it, and a refusal is told as "does not exist".
    private static ImageFault Classify(string text) =>
        RateLimit().IsMatch(text) ? ImageFault.RateLimit
        : Unreachable().IsMatch(text) ? ImageFault.RegistryUnreachable
        : OtherPlatform().IsMatch(text) ? ImageFault.OtherPlatform
        : Refused().IsMatch(text) ? ImageFault.Auth
        : Missing().IsMatch(text) ? ImageFault.NotFound
        : ImageFault.Other;

    [GeneratedRegex(@"toomanyrequests|\b429\b|rate limit", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RateLimit();

    [GeneratedRegex(@"no such host|i/o timeout|connection refused|connection reset|network is unreachable|no route to host|handshake timeout|deadline exceeded|x509|\b50[0-4]\b|server misbehaving", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unreachable();

    [GeneratedRegex(@"no match for platform|no matching manifest", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherPlatform();

    [GeneratedRegex(@"denied|authorization failed|no basic auth|unauthorized|authentication required|\b401\b|\b403\b|forbidden", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"not found|manifest unknown|NotFound", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
