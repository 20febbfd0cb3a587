using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client.Replay;

internal static class AccessMusts
{
    private const string Bot = "chatops-bot";

    public static void AddTo(Musts musts)
    {
        musts.Fails(138, async replay => (await replay.ListAsync()).Failure, ApiFailureKind.Unauthorized);
        musts.Fails(139, async replay => (await replay.ListAsync()).Failure, ApiFailureKind.Forbidden, failure =>
        {
            failure.MissingRight!.IsAnonymous.ShouldBeTrue();
            failure.Text.Key.ShouldBe("kubernetes.forbidden-anonymous");
        });
        Lacks(musts, 140, new MissingRight(Bot, "list", "argoproj.io", "applications", null, null));
        Lacks(musts, 141, new MissingRight(Bot, "list", "", "pods", "wealist-prod", null));
        Lacks(musts, 142, new MissingRight(Bot, "get", "argoproj.io", "applications", "argocd", "auth-service-prod"));
        Lacks(musts, 143, new MissingRight(Bot, "patch", "argoproj.io", "applications", "argocd", "auth-service-prod"));
        Lacks(musts, 144, new MissingRight(Bot, "get", "", "pods/log", "wealist-prod", "auth-service-695797cbbd-6vhcj"));
        Lacks(musts, 145, new MissingRight(Bot, "list", "", "nodes", null, null));
        Lacks(musts, 146, new MissingRight(Bot, "get", "argoproj.io", "applications", "argocd", "nope"));
        Lacks(musts, 147, new MissingRight(Bot, "get", "", "/metrics", null, null));

        musts.Must(148, async replay => (await AskAsync(replay)).Allowed.ShouldBeFalse());
        musts.Must(149, async replay => (await AskAsync(replay)).ShouldSatisfyAllConditions(
            answer => answer.Allowed.ShouldBeTrue(),
            answer => answer.Reason.ShouldContain("RBAC: allowed by")));
        musts.Must(150, async replay =>
        {
            var rules = (await replay.Client.ReadMyRulesAsync("argocd", The.Patience)).Value;

            rules.Incomplete.ShouldBeFalse();
            rules.Rules.ShouldContain(rule => rule.Resources.Contains("selfsubjectaccessreviews") && rule.Verbs.Contains("create"));
            replay.Sent.Text.ShouldContain("\"namespace\":\"argocd\"");
        });
        musts.Fails(151, async replay => (await replay.SendAsync()).Failure, ApiFailureKind.BadRequest);
        musts.Must(152, async replay =>
        {
            var me = (await replay.Client.WhoAmIAsync(The.Patience)).Value;

            me.User.ShouldBe(Bot);
            me.Groups.ShouldContain("system:authenticated");
        });
        musts.Must(153, async replay =>
        {
            (await replay.ListAsync()).IsSuccess.ShouldBeTrue();
            replay.Sent.Path.ShouldBe("/apis/argoproj.io/v1alpha1/namespaces/argocd/applications");
        });
    }

    private static void Lacks(Musts musts, int number, MissingRight right) => musts.Fails(
        number,
        async replay => (await replay.SendAsync()).Failure,
        ApiFailureKind.Forbidden,
        failure => failure.MissingRight.ShouldBe(right));

    private static async Task<AccessAnswer> AskAsync(Replayed replay) =>
        (await replay.Client.CanIAsync(new AccessQuestion("patch", The.Applications, "argocd"), The.Patience)).Value;
}
