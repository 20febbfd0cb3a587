namespace Bot.Kubernetes.Client;

public enum PatchKind
{
    /// <summary>RFC 6902: ordered operations with tests, all or nothing.</summary>
    Json,

    /// <summary>RFC 7396: merge; null removes a key.</summary>
    Merge,

    /// <summary>Merge with list keys; built-in kinds only (custom resources answer 415).</summary>
    Strategic,
}
