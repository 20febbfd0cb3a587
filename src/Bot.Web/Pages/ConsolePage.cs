using Bot.Core.Texts;
using Bot.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Bot.Web.Pages;

/// <summary>What every page of the console has.</summary>
public abstract class ConsolePage : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public required Session Session { get; set; }

    [Parameter]
    [EditorRequired]
    public required ConsoleSettings Settings { get; set; }

    protected Localizer Localizer => Viewer.LocalizerOf(Session, Settings);

    protected string Text(string key) => Localizer.Text(key);
}
