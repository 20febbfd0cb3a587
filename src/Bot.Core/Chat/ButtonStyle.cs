namespace Bot.Core.Chat;

/// <summary>Danger (red) is only for Approve of R3.</summary>
public enum ButtonStyle
{
    Secondary,
    Primary,
    Danger,
}
