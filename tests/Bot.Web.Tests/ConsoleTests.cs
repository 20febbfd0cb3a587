using System.Net;

namespace Bot.Web.Tests;

public sealed class ConsoleTests
{
    [Fact]
    public async Task A_typed_command_is_answered_with_a_card()
    {
        await using var console = await RunningConsole.StartAsync();

        var page = await console.PostAsync("/command", ("line", "/status prod"));

        page.ShouldContain("env prod for Mina in En");
        page.ShouldContain("/status prod");
    }

    [Fact]
    public async Task Text_of_the_cluster_is_never_markup()
    {
        await using var console = await RunningConsole.StartAsync();

        var page = await console.PostAsync("/command", ("line", "/status <b>x</b>"));

        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("<b>x</b>");
    }

    [Fact]
    public async Task The_persona_switcher_changes_who_acts()
    {
        await using var console = await RunningConsole.StartAsync();

        await console.PostAsync("/persona", ("persona", "jun"));
        await console.PostAsync("/press", ("verb", "approve"), ("argument", "req1"), ("hash", "hash1"), ("label", "Approve"));

        var vote = console.Desk.Votes.ShouldHaveSingleItem();
        vote.RequestId.ShouldBe("req1");
        vote.PlanHash.ShouldBe("hash1");
        vote.Voter.Person.ShouldBe(RunningConsole.Jun);
        vote.Approves.ShouldBeTrue();
    }

    [Fact]
    public async Task A_persona_that_is_not_offered_cannot_be_taken()
    {
        await using var console = await RunningConsole.StartAsync();

        await console.PostAsync("/persona", ("persona", "root"));

        (await console.PostAsync("/command", ("line", "/status prod"))).ShouldContain("for Mina");
    }

    [Fact]
    public async Task On_a_real_cluster_there_is_no_switcher_and_nobody_acts()
    {
        await using var console = await RunningConsole.StartAsync(new ConsoleSettings());

        var page = await console.PostAsync("/persona", ("persona", "mina"));
        await console.PostAsync("/press", ("verb", "approve"), ("argument", "req1"), ("hash", "hash1"), ("label", "Approve"));

        page.ShouldNotContain("name=\"persona\"");
        page.ShouldNotContain("DEMO");
        console.Desk.Votes.ShouldAllBe(vote => vote.Voter.Person == null);
    }

    [Fact]
    public async Task Every_demo_page_says_demo()
    {
        await using var console = await RunningConsole.StartAsync();

        foreach (var path in new[] { "/", "/approvals", "/audit" })
        {
            (await console.Browser.GetStringAsync(path)).ShouldContain("DEMO");
        }
    }

    [Fact]
    public async Task The_language_can_be_changed()
    {
        await using var console = await RunningConsole.StartAsync();

        var page = await console.PostAsync("/language", ("language", "ko"));

        page.ShouldContain("lang=\"ko\"");
        page.ShouldContain("감사 기록");
    }

    [Fact]
    public async Task The_audit_page_shows_the_chain()
    {
        await using var console = await RunningConsole.StartAsync();

        var page = await console.Browser.GetStringAsync("/audit");

        page.ShouldContain("vote.approved");
        page.ShouldContain("aaaaaaaaaaaa");
    }

    [Fact]
    public async Task A_post_without_the_pages_token_does_nothing()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.Browser.GetStringAsync("/");
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("verb", "approve"), KeyValuePair.Create("argument", "req1"), KeyValuePair.Create("hash", "h"), KeyValuePair.Create("form-token", new string('0', 32))]);

        using var answer = await console.Browser.PostAsync("/press", forged);

        console.Desk.Votes.ShouldBeEmpty();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("nothing was done");
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        await using var console = await RunningConsole.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";

        using var answer = await console.Browser.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console.js")]
    [InlineData("/console.css")]
    public async Task Every_answer_bears_the_content_policy(string path)
    {
        await using var console = await RunningConsole.StartAsync();

        using var answer = await console.Browser.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public async Task Completion_offers_commands()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.Browser.GetStringAsync("/");

        var answer = await console.Browser.GetStringAsync("/complete?line=" + Uri.EscapeDataString("/st"));

        answer.ShouldContain("\"value\":\"/status\"");
    }
}
