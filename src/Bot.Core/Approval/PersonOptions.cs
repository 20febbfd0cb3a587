namespace Bot.Core.Approval;

/// <summary>One human and all accounts, under <c>Bot:People:&lt;id&gt;</c>.</summary>
public sealed class PersonOptions
{
    /// <summary>Shown on cards. Default: the id.</summary>
    public string Name { get; set; } = "";

    public IList<string> Discord { get; set; } = [];

    /// <summary><c>TEAM:USER</c>.</summary>
    public IList<string> Slack { get; set; } = [];

    public string Console { get; set; } = "";

    public IList<string> Git { get; set; } = [];

    public IList<string> Roles { get; set; } = [];
}
