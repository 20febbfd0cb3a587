namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>Who may do what.</summary>
internal static class AccessPlan
{
    public static IReadOnlyList<ReplayedExchange> All { get; } =
    [
        new("138-auth-401") { Token = "bad" },
        new("139-auth-403-anonymous") { Token = "" },
        new("140-auth-403-list-cluster") { Token = "none" },
        new("141-auth-403-list-namespace") { Token = "none" },
        new("142-auth-403-get-name") { Token = "none" },
        new("143-auth-403-patch") { Token = "none" },
        new("144-auth-403-subresource") { Token = "none" },
        new("145-auth-403-node") { Token = "none" },
        new("146-auth-403-unknown-object") { Token = "none" },
        new("147-auth-403-nonresource") { Token = "none" },
        new("148-ssar-no") { Token = "none" },
        new("149-ssar-yes") { Token = "role" },
        new("150-ssrr") { Token = "role" },
        new("151-ssrr-400") { Token = "none" },
        new("152-self-subject-review") { Token = "none" },
        new("153-auth-200-list-namespace", static stage => stage.Items("015-list-apps-all").At(1070)) { Token = "role", MayDiffer = ["items"] }, // the object moved on between the two recordings
    ];
}
