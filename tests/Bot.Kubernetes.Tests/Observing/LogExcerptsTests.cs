using Bot.Core.Clusters;
using Bot.Core.Redaction;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Observing;
using Bot.Testing;
using NSubstitute;

namespace Bot.Kubernetes.Tests.Observing;

public sealed class LogExcerptsTests
{
    private readonly FakeApi api = new();
    private readonly ManualClock clock = new();
    private readonly IRedactor redactor = Substitute.For<IRedactor>();
    private readonly LogExcerpts excerpts;

    public LogExcerptsTests()
    {
        redactor.Mask(Arg.Any<string>()).Returns(call => call.Arg<string>().Replace("hush", "***", StringComparison.Ordinal));
        excerpts = new LogExcerpts(api, redactor, clock);
    }

    [Fact]
    public async Task A_crashing_container_is_read_from_its_previous_run_masked_and_only_once()
    {
        var snapshot = Snapshot(Pod("a", Crashed));
        api.Logs("a", options => options.Previous ? "one\npassword=hush\n" : "wrong");

        var first = await excerpts.FetchAsync(snapshot, [], CancellationToken.None);
        var second = await excerpts.FetchAsync(snapshot, [], CancellationToken.None);

        (first, second).ShouldBe((true, false));
        var excerpt = excerpts.AddTo(snapshot).All<LogExcerpt>().ShouldHaveSingleItem();
        excerpt.Lines.ShouldBe(["one", "password=***"]);
        (excerpt.Previous, excerpt.Container, excerpt.Name).ShouldBe((true, "web", "a"));
        api.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_the_previous_log_is_gone_the_present_one_is_read()
    {
        api.Logs("a", options => options.Previous ? new ApiFailure(ApiFailureKind.BadRequest, "previous terminated container not found") : "now");

        await excerpts.FetchAsync(Snapshot(Pod("a", Crashed)), [], CancellationToken.None);

        excerpts.Items.ShouldHaveSingleItem().ShouldBeOfType<LogExcerpt>().Previous.ShouldBeFalse();
    }

    [Fact]
    public async Task Forty_lines_are_kept()
    {
        api.Logs("a", _ => string.Join('\n', Enumerable.Range(1, 60)));

        await excerpts.FetchAsync(Snapshot(Pod("a", Crashed)), [], CancellationToken.None);

        excerpts.Items.OfType<LogExcerpt>().Single().Lines.Length.ShouldBe(40);
    }

    [Fact]
    public async Task Reads_are_five_a_second()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            api.Logs(name, _ => "x");
        }

        var fetching = excerpts.FetchAsync(Snapshot(Pod("a", Crashed), Pod("b", Crashed), Pod("c", Crashed)), [], CancellationToken.None);

        api.Calls.Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromMilliseconds(199));
        api.Calls.Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await clock.WhenPendingAsync();
        api.Calls.Count.ShouldBe(2);
        clock.Advance(TimeSpan.FromMilliseconds(200));
        (await fetching).ShouldBeTrue();
    }

    [Fact]
    public async Task A_forbidden_log_is_a_gap_and_is_not_asked_for_again_and_again()
    {
        api.Logs("a", _ => new ApiFailure(ApiFailureKind.Forbidden, "no") { MissingRight = new MissingRight("bot", "get", "", "pods/log", "shop", "a") });
        api.Logs("b", _ => "x");

        var fetched = await excerpts.FetchAsync(Snapshot(Pod("a", Crashed), Pod("b", Crashed)), [], CancellationToken.None);

        fetched.ShouldBeFalse();
        excerpts.Reading.Gap.ShouldBe("get pods/log in shop (a)");
        api.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Healthy_pods_are_left_alone_and_roots_are_read()
    {
        var unready = new ContainerStatus { Name = "web", State = new ContainerState(ContainerPhase.Running, StartedAt: clock.GetUtcNow().AddSeconds(-5)) };
        var healthy = unready with { Ready = true };
        var snapshot = Snapshot(Pod("young", unready), Pod("fine", healthy));
        api.Logs("young", _ => "starting");

        (await excerpts.FetchAsync(snapshot, [], CancellationToken.None)).ShouldBeFalse();
        (await excerpts.FetchAsync(snapshot, [new ObjectRef("Pod", "shop", "young"), new ObjectRef("Pod", "shop", "fine")], CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_init_container_that_crashes_is_read_though_its_pod_is_pending()
    {
        var pod = Pod("a", Crashed with { Name = "migrate", IsInit = true }) with { Phase = "Pending" };
        api.Logs("a", _ => "relation exists");

        await excerpts.FetchAsync(Snapshot(pod), [], CancellationToken.None);

        excerpts.Items.ShouldHaveSingleItem().ShouldBeOfType<LogExcerpt>().Container.ShouldBe("migrate");
    }

    [Fact]
    public async Task A_container_that_never_became_ready_is_read_after_a_minute()
    {
        var unready = new ContainerStatus { Name = "web", State = new ContainerState(ContainerPhase.Running, StartedAt: clock.GetUtcNow().AddSeconds(-61)) };
        api.Logs("a", _ => "still starting");

        (await excerpts.FetchAsync(Snapshot(Pod("a", unready)), [], CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_no_card_may_carry_is_masked_at_the_door()
    {
        const string Log = """
            login mina@example.com 010-1234-5678 900101-1234567
            paid with 4111 1111 1111 1111
            jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl
            cloud AKIAIOSFODNN7EXAMPLE AccountKey=Zm9vYmFyYmF6cXV4Zm9v;
            https://hooks.slack.com/services/T0000000/B0000000/abcdefghijklmnop
            connecting to postgres://shop:Pa55w0rd@db.shop:5432/orders
            """;
        var real = new LogExcerpts(api, new Redactor(), clock);
        api.Logs("a", _ => Log);

        await real.FetchAsync(Snapshot(Pod("a", Crashed)), [], CancellationToken.None);

        var lines = real.Items.OfType<LogExcerpt>().Single().Lines;
        lines.ShouldBe(
        [
            "login *** *** ***",
            "paid with ***",
            "jwt ***",
            "cloud *** AccountKey=***;",
            "https://hooks.slack.com/services/***",
            "connecting to postgres://***@db.shop:5432/orders",
        ]);
    }

    private ContainerStatus Crashed => new()
    {
        Name = "web",
        RestartCount = 3,
        State = new ContainerState(ContainerPhase.Waiting, "CrashLoopBackOff"),
        LastState = new ContainerState(ContainerPhase.Terminated, "Error", ExitCode: 1, FinishedAt: clock.GetUtcNow()),
    };

    private static Pod Pod(string name, ContainerStatus status) => new()
    {
        Metadata = new Metadata { Namespace = "shop", Name = name, Uid = $"u-{name}" },
        Phase = "Running",
        Statuses = [status],
    };

    private ClusterSnapshot Snapshot(params Pod[] pods) => new ClusterSnapshotBuilder("main").AddRange(pods).Build(clock.GetUtcNow());
}
