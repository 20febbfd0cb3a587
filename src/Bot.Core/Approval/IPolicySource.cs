namespace Bot.Core.Approval;

/// <summary>The policies as they are now; may change while the program runs.</summary>
public interface IPolicySource
{
    /// <summary>The policy of an environment (empty: of a request that belongs to none); null when there is none: then nothing can be done, only read.</summary>
    Policy? For(string environment);
}
