using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Something that a running operation waits for.</summary>
/// <param name="Ref">The object as the snapshot would hold it.</param>
/// <param name="Group">Its API group.</param>
/// <param name="IsHook">True for a hook.</param>
/// <param name="IsNamed">True when the message names it, false when it only stands among the entries with <c>hookPhase: Running</c>.</param>
public sealed record WaitedObject(ObjectRef Ref, string Group, bool IsHook, bool IsNamed)
{
    public bool IsApplication => Ref.Kind == "Application";
}
