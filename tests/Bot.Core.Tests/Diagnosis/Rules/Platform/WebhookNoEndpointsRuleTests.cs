using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Platform;

public sealed class WebhookNoEndpointsRuleTests
{
    private const string Name = "external-secrets-webhook";

    [Fact]
    public void Fires_critical_and_stops_deliveries_when_writes_are_refused()
    {
        var finding = Evaluated.By(RuleIds.WebhookNoEndpoints, Guard(), Service(), Slice(ready: 0), Down(TimeSpan.FromSeconds(60))).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.BlocksDelivery.ShouldBeTrue();
        finding.Subject.ShouldBe(new ObjectRef("ValidatingWebhookConfiguration", "", "externalsecret-validate"));
        finding.Facts["resources"].ShouldBe("externalsecrets");
        finding.PointsTo.ShouldBe([new ObjectRef("Service", "external-secrets", Name)]);
        finding.Affected.ShouldContain(new ObjectRef("Deployment", "external-secrets", Name));
    }

    [Fact]
    public void Names_an_application_that_it_refused()
    {
        var application = new Application
        {
            Metadata = TheMetadata.Of("argocd", "addons"),
            OperationState = new OperationState { Phase = "Failed", Message = "failed calling webhook \"validate.externalsecret.external-secrets.io\": no endpoints available" },
        };

        Evaluated.By(RuleIds.WebhookNoEndpoints, Guard(), Service(), Slice(ready: 0), application).ShouldHaveSingleItem().Affected.ShouldContain(application.Ref);
    }

    [Fact]
    public void Ignore_is_a_warning() =>
        Evaluated.By(RuleIds.WebhookNoEndpoints, Guard("Ignore"), Service(), Slice(ready: 0)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void A_service_that_is_known_to_be_absent_counts_and_an_unknown_one_does_not()
    {
        Evaluated.By(RuleIds.WebhookNoEndpoints, new TheSnapshot().With(Guard()).Complete("Service")).ShouldHaveSingleItem().Variant.ShouldBe("absent");
        Evaluated.By(RuleIds.WebhookNoEndpoints, Guard()).ShouldBeEmpty();
    }

    [Fact]
    public void A_pod_that_just_lost_readiness_gets_a_minute() =>
        Evaluated.By(RuleIds.WebhookNoEndpoints, Guard(), Service(), Slice(ready: 0), Down(TimeSpan.FromSeconds(59))).ShouldBeEmpty();

    [Fact]
    public void One_ready_endpoint_is_enough() => Evaluated.By(RuleIds.WebhookNoEndpoints, Guard(), Service(), Slice(ready: 1)).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_endpoints_were_not_read() => Evaluated.By(RuleIds.WebhookNoEndpoints, Guard(), Service()).ShouldBeEmpty();

    private static WebhookConfiguration Guard(string policy = "Fail") => new()
    {
        Metadata = TheMetadata.Of("", "externalsecret-validate"),
        Webhooks =
        [
            new Webhook { Name = "validate.externalsecret.external-secrets.io", FailurePolicy = policy, ServiceNamespace = "external-secrets", ServiceName = Name, Resources = ["external-secrets.io/externalsecrets"] },
            new Webhook { Name = "by-url", Url = "https://elsewhere.example" },
        ],
    };

    private static Service Service() => TheService.Of(Name, "external-secrets");

    private static EndpointSlice Slice(int ready) => TheService.SliceOf(Name, "external-secrets", ready, 1 - ready);

    private static Pod Down(TimeSpan since) => new ThePod(Name + "-6797f58b49-x", Name, "external-secrets").Created(since).NotReady();
}
