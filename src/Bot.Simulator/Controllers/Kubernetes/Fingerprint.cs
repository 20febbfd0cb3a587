using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Names and ids that follow from content, so that a scenario plays the same way each time.</summary>
internal static class Fingerprint
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>The tail that tells one pod template from another.</summary>
    public static string TemplateHash(JsonNode template) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(template.ToJsonString())).Take(10).Select(static value => Alphabet[value % Alphabet.Length]));

    public static string ContainerId(string uid, int restarts) => "containerd://" + Hex($"{uid}/{restarts}");

    public static string ImageId(string image) => $"{WithoutTag(image)}@sha256:{Hex(image)}";

    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string WithoutTag(string image)
    {
        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/') ? image[..colon] : image;
    }
}
