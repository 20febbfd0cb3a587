namespace Bot.Configuration;

/// <summary>A known problem that is not to be told for a while: <c>Bot:Diagnosis:Mutes</c>. Without an end and a reason nothing starts.</summary>
public sealed class MuteOptions
{
    /// <summary>Id of the rule, as `bot rules` lists it. Required.</summary>
    public string Rule { get; set; } = "";

    /// <summary>Name of the environment. Default all.</summary>
    public string Environment { get; set; } = "";

    /// <summary>Namespace of the object. Default all.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>`Kind/name` or name of the object or of its owner. Default all.</summary>
    public string Object { get; set; } = "";

    /// <summary>When it ends: `2026-12-01` or `2026-12-01T18:00:00+09:00`; a day without a zone begins at midnight UTC. Required.</summary>
    public string Until { get; set; } = "";

    /// <summary>Why; shown in `/status` beside what is muted. Required.</summary>
    public string Reason { get; set; } = "";
}
