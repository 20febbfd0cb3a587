namespace Bot.Core.Remediation;

public enum ClusterVerb
{
    JsonPatch,
    MergePatch,
    Delete,
    Replace,
    Create,
}
