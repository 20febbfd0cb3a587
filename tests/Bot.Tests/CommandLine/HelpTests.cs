using System.CommandLine;
using Bot.CommandLine;
using Bot.Configuration;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.CommandLine;

public sealed class HelpTests
{
    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Ko)]
    public void Every_command_argument_and_option_is_described_and_every_command_has_an_example(Language language)
    {
        var localizer = new Localizer(language, TimeZoneInfo.Utc);
        var root = Root();
        foreach (var (command, path) in Commands(root, "bot", ""))
        {
            CommandTexts.Apply(root, command, localizer);

            foreach (var (name, key) in Keys(command, path))
            {
                localizer.Catalogue.Find(language, key).ShouldNotBeNullOrWhiteSpace($"{path} {name}");
            }

            foreach (var symbol in command.Arguments.Concat<Symbol>(command.Options).Append(command))
            {
                symbol.Description.ShouldNotBeNullOrWhiteSpace();
                symbol.Description.ShouldNotContain("\u2039");
            }

            var invocation = path == "bot" ? "bot" : "bot " + path.Replace('.', ' ');
            command.Description!.ShouldContain(invocation);
        }
    }

    [Theory]
    [InlineData("What is wrong now, worst first.", "Examples:", "en")]
    [InlineData("지금 문제 있는 것부터 보기.", "예:", "ko")]
    public async Task Help_follows_the_language(string description, string examples, string language)
    {
        var call = await CalledProgram.RunAsync(["status", "--help", "--language", language]);

        call.Exit.ShouldBe(0);
        call.Out.ShouldContain(description);
        call.Out.ShouldContain(examples);
        call.Out.ShouldContain("bot status --context prod-eks");
    }

    private static RootCommand Root() =>
        new BotCommandLine(new Terminal(TextWriter.Null, TextWriter.Null, Stream.Null, colour: false), new ManualClock(), new BotConfiguration("", "", _ => null), new CorrelationIds(() => "abcd2345"), () => NullLoggerFactory.Instance).Build();

    private static IEnumerable<(Command Command, string Path)> Commands(Command command, string path, string prefix) =>
        command.Subcommands.SelectMany(child => Commands(child, prefix + child.Name, $"{prefix}{child.Name}.")).Prepend((command, path));

    private static IEnumerable<(string Name, string Key)> Keys(Command command, string path) =>
        command.Arguments.Select(argument => (argument.Name, $"cli.argument.{path}.{argument.Name}"))
            .Concat(command.Options.Select(option => (option.Name, $"cli.option.{option.Name.TrimStart('-')}")))
            .Append((path, $"cli.command.{path}.description"))
            .Append((path, $"cli.command.{path}.examples"));
}
