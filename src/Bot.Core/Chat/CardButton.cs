namespace Bot.Core.Chat;

/// <summary>A button. <c>Action</c> is what comes back when it is pressed (see <see cref="ButtonAction"/>); nothing in it is trusted beyond naming a request or a command.</summary>
public sealed record CardButton(string Label, ButtonAction Action, ButtonStyle Style = ButtonStyle.Secondary, bool Disabled = false);
