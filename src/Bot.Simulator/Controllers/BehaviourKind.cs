namespace Bot.Simulator.Controllers;

/// <summary>The ways in which a pod can fail.</summary>
internal enum BehaviourKind
{
    /// <summary>Runs, but its readiness probe fails.</summary>
    NotReady,

    /// <summary>Is killed for its memory again and again.</summary>
    OutOfMemory,

    /// <summary>Exits again and again.</summary>
    Crash,

    /// <summary>The image cannot be pulled.</summary>
    ImageNotFound,
}
