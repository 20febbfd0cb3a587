namespace Bot.Simulator.Api.Wire;

/// <summary>The shape in which an answer was asked for.</summary>
internal enum MediaForm
{
    /// <summary>Nothing that we can send was accepted.</summary>
    None,

    /// <summary>Whole objects as JSON.</summary>
    Json,

    /// <summary>Metadata alone.</summary>
    Metadata,

    /// <summary>A table for people.</summary>
    Table,
}
