using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class FailureWordsTests
{
    [Fact]
    public void Reads_the_webhook_and_the_service_that_was_called()
    {
        const string Text = "failed calling webhook \"validate.x.io\": failed to call webhook: Post \"https://x-webhook.x-system.svc:443/v?timeout=5s\": EOF";

        FailureWords.Webhook(Text).ShouldBe("validate.x.io");
        FailureWords.WebhookService(Text).ShouldBe(("x-system", "x-webhook"));
    }

    [Theory]
    [InlineData("admission webhook \"validation.gatekeeper.sh\" denied the request: [must-have-owner] no owner", "must-have-owner")]
    [InlineData("admission webhook \"validate.kyverno.svc-fail\" denied the request: \n\nresource Pod/a/b was blocked due to the following policies \n\nrequire-limits:\n  x: y", "require-limits")]
    [InlineData("ValidatingAdmissionPolicy 'demo' with binding 'b' denied request: no", "demo")]
    [InlineData("pods \"x\" is forbidden: violates PodSecurity \"restricted:latest\": y", "restricted:latest")]
    [InlineData("admission webhook \"policy.example\" denied the request: no", "policy.example")]
    public void Prefers_the_policy_to_the_webhook_that_speaks_for_it(string text, string policy) => FailureWords.Policy(text).ShouldBe(policy);

    [Theory]
    [InlineData("no matches for kind \"Rollout\" in version \"argoproj.io/v1alpha1\"", "argoproj.io", "v1alpha1", "Rollout", "")]
    [InlineData("could not find version \"v1beta1\" of x.io/X for requested resource a/b. Version \"v1\" of x.io/X is installed on the destination cluster.", "x.io", "v1beta1", "X", "v1")]
    [InlineData("The Kubernetes API could not find x.io/X for requested resource a/b.", "x.io", "", "X", "")]
    [InlineData("Make sure the \"X\" CRD is installed", "", "", "X", "")]
    [InlineData("something else", "", "", "", "")]
    public void Reads_the_kind_that_is_missing(string text, string group, string version, string kind, string served) =>
        FailureWords.Kind(text).ShouldBe((group, version, kind, served));

    [Theory]
    [InlineData("is invalid: spec.template.spec.containers[0].image: Required value", "containers[0].image")]
    [InlineData("strict decoding error: unknown field \"spec.replcas\"", "spec.replcas")]
    [InlineData("spec.a: Invalid value: x: field is immutable", "spec.a")]
    [InlineData("nothing of the sort", "")]
    public void Names_a_field_by_the_end_of_its_path(string text, string field) => FailureWords.Field(text).ShouldBe(field);

    [Theory]
    [InlineData("namespaces \"a\" not found", "a")]
    [InlineData("unable to create new content in namespace a-b because it is being terminated", "a-b")]
    public void Reads_the_namespace(string text, string name) => FailureWords.Namespace(text).ShouldBe(name);

    [Fact]
    public void Reads_the_right_that_is_missing() =>
        FailureWords.Right("is forbidden: User \"system:serviceaccount:argocd:c\" cannot patch resource \"deployments\" in API group \"apps\" in the namespace \"a\"")
            .ShouldBe(("system:serviceaccount:argocd:c", "patch", "deployments", "apps", "a"));

    [Fact]
    public void Is_done_with_megabytes_at_once()
    {
        var text = new string('a', 2_000_000);

        FailureWords.Field(text).ShouldBeEmpty();
        FailureWords.Project(text).ShouldBeEmpty();
        FailureWords.Object(text).ShouldBeEmpty();
    }
}
