namespace Bot.Discord.Gateway;

/// <summary>What to do after a gateway connection ended.</summary>
public enum CloseAction
{
    /// <summary>Connect to the resume address and replay.</summary>
    Resume,

    /// <summary>The session is gone: start a new one (it costs one of the day's identifies).</summary>
    Identify,

    /// <summary>Trying again cannot help: a person must change a setting.</summary>
    Stop,
}
