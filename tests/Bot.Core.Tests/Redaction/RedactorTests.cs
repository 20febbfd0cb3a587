using Bot.Core.Redaction;

namespace Bot.Core.Tests.Redaction;

public sealed class RedactorTests
{
    private readonly Redactor redactor = new(["configured-discord-token", "abc"]);

    [Theory]
    [InlineData("password=hunter2 next", "password=*** next")]
    [InlineData("{\"db_password\": \"hunter2\", \"user\": \"app\"}", "{\"db_password\": ***, \"user\": \"app\"}")]
    [InlineData("POSTGRES_PASSWORD: 'hunter2'", "POSTGRES_PASSWORD: ***")]
    [InlineData("client_secret=abcd&grant=1", "client_secret=***&grant=1")]
    [InlineData("clone https://jiwon:s3cr3t@git.example/x.git failed", "clone https://***@git.example/x.git failed")]
    [InlineData("dial postgres://app:pw@db:5432/app", "dial postgres://***@db:5432/app")]
    [InlineData("Authorization: Bearer abcdefghij0123456789", "Authorization: Bearer ***")]
    [InlineData("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0x.c2lnbmF0dXJl here", "got *** here")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE used", "key *** used")]
    [InlineData("slack xoxb-1234567890-abcdefghij", "slack ***")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "***")]
    [InlineData("mail mina@example.co.kr now", "mail *** now")]
    [InlineData("call 010-1234-5678 now", "call *** now")]
    [InlineData("resident 900101-1234567.", "resident ***.")]
    [InlineData("card 4111 1111 1111 1111 declined", "card *** declined")]
    [InlineData("sent configured-discord-token to", "sent *** to")]
    public void Masks_what_must_not_leave(string text, string expected) => redactor.Mask(text).ShouldBe(expected);

    [Theory]
    [InlineData("error retrieving argocd-secret: secret \"argocd-secret\" not found")]
    [InlineData("image prod/board-service@sha256:0123456789abcdef not found")]
    [InlineData("waiting for healthy state of argoproj.io/Application/wealist-apps-prod")]
    [InlineData("exceeded quota: tight, requested: pods=1, used: pods=2, limited: pods=2")]
    [InlineData("revision 4111111111111112 at 2026-01-02T00:03:56Z")]
    [InlineData("kubectl -n argocd get app wealist-apps-prod -o yaml")]
    [InlineData("abc is too short to be masked")]
    [InlineData("pods \"p\" is forbidden: User \"system:serviceaccount:argocd:bot\" cannot list")]
    [InlineData("")]
    public void Leaves_ordinary_text_alone(string text) => redactor.Mask(text).ShouldBe(text);

    [Fact]
    public void Masks_a_private_key_even_when_its_end_is_cut_off()
    {
        var masked = redactor.Mask("before -----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc");

        masked.ShouldBe("before ***");
    }

    [Fact]
    public void Masking_twice_changes_nothing_more()
    {
        var once = redactor.Mask("token: abc123 https://u:p@h/x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0x.sig password=\"a b\"");

        redactor.Mask(once).ShouldBe(once);
    }
}
