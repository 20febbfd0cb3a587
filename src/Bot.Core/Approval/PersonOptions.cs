namespace Bot.Core.Approval;

/// <summary>One human and all accounts, under <c>Bot:People:&lt;id&gt;</c>.</summary>
public sealed class PersonOptions
{
    /// <summary>Shown on cards. Default: the id.</summary>
    public string Name { get; set; } = "";

    /// <summary>User ids in Discord.</summary>
    public IList<string> Discord { get; set; } = [];

    /// <summary>User ids in Slack, as <c>TEAM:USER</c>.</summary>
    public IList<string> Slack { get; set; } = [];

    /// <summary>Name in the console.</summary>
    public string Console { get; set; } = "";

    /// <summary>Logins in Git.</summary>
    public IList<string> Git { get; set; } = [];

    /// <summary>Roles that policies name. Default none.</summary>
    public IList<string> Roles { get; set; } = [];
}
