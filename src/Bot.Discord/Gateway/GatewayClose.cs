using Bot.Core.Texts;

namespace Bot.Discord.Gateway;

/// <summary>A close of the gateway, judged: what to do, whether the fault is ours, and the words for the operator when only a setting helps.</summary>
/// <param name="Action">What to do next.</param>
/// <param name="IsOurFault">True for codes that a correct client never earns: they are logged loudly and counted.</param>
/// <param name="Remedy">What the operator has to change; null unless <paramref name="Action"/> is <see cref="CloseAction.Stop"/>.</param>
public sealed record GatewayClose(CloseAction Action, bool IsOurFault, TextKey? Remedy)
{
    /// <summary>Judges a close code of the Discord gateway (API v10). A drop without a frame has none.</summary>
    public static GatewayClose Of(int? code) => code switch
    {
        4001 or 4002 or 4005 => new GatewayClose(CloseAction.Resume, IsOurFault: true, null),
        4003 or 4007 or 4009 => new GatewayClose(CloseAction.Identify, IsOurFault: false, null),
        4004 => Stop("discord.close.authentication-failed"),
        4010 or 4011 => Stop("discord.close.sharding"),
        4012 => Stop("discord.close.api-version"),
        4013 => Stop("discord.close.invalid-intents"),
        4014 => Stop("discord.close.disallowed-intents"),
        _ => new GatewayClose(CloseAction.Resume, IsOurFault: false, null),
    };

    private static GatewayClose Stop(string remedy) => new(CloseAction.Stop, IsOurFault: false, new TextKey(remedy));
}
