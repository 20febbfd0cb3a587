using Bot.Core.Approval;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Commands.Completion;
using Bot.Core.Commands.Handlers;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Core.Tests.Commands;

public sealed class CommandDispatcherTests
{
    private static readonly Actor Mina = new("console", "mina", "Mina", null);
    private static readonly Localizer English = new(Language.En, TimeZoneInfo.Utc);

    private static CommandDispatcher Dispatcher(params ICommandHandler[] handlers) =>
        new(handlers, [new RuleCompletion(), new TermCompletion()], new Redactor(["hunter2-secret"]), new CorrelationIds(() => "abcd2345"), NullLogger<CommandDispatcher>.Instance);

    private static Task<CommandResult> Say(CommandDispatcher dispatcher, string line, Language language = Language.En) =>
        dispatcher.ExecuteAsync(line, Mina, new Localizer(language, TimeZoneInfo.Utc), "", CancellationToken.None);

    [Fact]
    public async Task Offers_the_nearest_command_for_an_unknown_one()
    {
        var result = await Say(Dispatcher(new HelpHandler(), new RulesHandler()), "/rulse");

        result.Outcome.ShouldBe(CommandOutcome.Misused);
        result.Cards[0].Title.ShouldContain("/rules");
    }

    [Fact]
    public async Task Says_which_option_is_missing()
    {
        var result = await Say(Dispatcher(new ExplainHandler()), "/explain");

        result.Outcome.ShouldBe(CommandOutcome.Misused);
        result.Cards[0].Title.ShouldContain("term");
    }

    [Fact]
    public async Task A_bug_becomes_a_card_with_a_correlation_id_and_no_stack_trace()
    {
        var result = await Say(Dispatcher(new BrokenHandler()), "/status");

        result.Outcome.ShouldBe(CommandOutcome.Failed);
        result.Cards[0].Sections[0].Lines[0].Text.ShouldContain("abcd2345");
        result.Cards[0].ToString().ShouldNotContain(nameof(BrokenHandler));
    }

    [Fact]
    public async Task Masks_every_text_of_an_answer()
    {
        var card = new Card { Push = "p hunter2-secret", Title = "t hunter2-secret", Footer = "f hunter2-secret", Sections = [new CardSection("h hunter2-secret", [new CardLine("Cause", "hunter2-secret")]) { Code = "hunter2-secret" }] };

        var shown = (await Say(Dispatcher(new FixedHandler("doctor", card)), "/doctor")).Cards[0];

        string.Join('|', shown.Push, shown.Title, shown.Footer, shown.Sections[0].Heading, shown.Sections[0].Code, shown.Sections[0].Lines[0].Text).ShouldNotContain("hunter2-secret");
    }

    [Fact]
    public async Task Explains_words_in_the_readers_language_whichever_name_was_typed()
    {
        var dispatcher = Dispatcher(new ExplainHandler());

        (await Say(dispatcher, "/explain \"hard refresh\"")).Outcome.ShouldBe(CommandOutcome.Answered);
        (await Say(dispatcher, "/explain 교착상태")).Cards[0].Title.ShouldBe("deadlock");
        (await Say(dispatcher, "/explain deadlock", Language.Ko)).Cards[0].Title.ShouldBe("교착 상태");
        (await Say(dispatcher, "/explain qqqqqq")).Outcome.ShouldBe(CommandOutcome.NotFound);
    }

    [Fact]
    public async Task Completes_commands_then_values()
    {
        var dispatcher = Dispatcher(new ExplainHandler(), new RulesHandler(), new RefreshProbe());

        (await dispatcher.CompleteAsync("/ru", Mina, English, CancellationToken.None)).Select(item => item.Value).ShouldBe(["/rules"]);
        (await dispatcher.CompleteAsync("/rules pod.oo", Mina, English, CancellationToken.None)).Select(item => item.Value).ShouldBe(["pod.oom"]);
        (await dispatcher.CompleteAsync("/refresh app ", Mina, English, CancellationToken.None)).Select(item => item.Value).ShouldBe(["hard"]);
        (await dispatcher.CompleteAsync("/rules a b ", Mina, English, CancellationToken.None)).ShouldBeEmpty();
    }

    private sealed class BrokenHandler : ICommandHandler
    {
        public string Name => "status";

        public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("a bug");
    }

    private sealed class FixedHandler(string name, Card card) : ICommandHandler
    {
        public string Name => name;

        public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult(CommandResult.Of(card));
    }

    private sealed class RefreshProbe : ICommandHandler
    {
        public string Name => "refresh";

        public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult(CommandResult.Of());
    }
}
