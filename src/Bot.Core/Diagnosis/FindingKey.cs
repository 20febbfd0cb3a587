using System.Security.Cryptography;
using System.Text;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>The key of an incident: rule, cluster, namespace and top owner. The same fault keeps its id while pods come and go.</summary>
public static class FindingKey
{
    /// <summary>First 12 hex digits of SHA-256 over <c>rule|cluster|namespace|kind/name</c>; empty parts stay empty.</summary>
    public static string IdOf(string rule, string cluster, ObjectRef topOwner) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}|{cluster}|{topOwner.Namespace}|{topOwner.Kind}/{topOwner.Name}")))[..12];
}
