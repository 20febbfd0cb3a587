namespace Bot.Core.Chat;

/// <summary>Colour and mark of a card.</summary>
public enum CardTone
{
    Neutral,
    Good,
    Info,
    Warning,

    /// <summary>Critical, users do not suffer.</summary>
    Serious,

    /// <summary>Critical, users suffer.</summary>
    Critical,

    /// <summary>Nothing can be seen.</summary>
    Blind,

    /// <summary>Something runs or waits.</summary>
    Busy,
}
