using Bot.Core.Redaction;
using Bot.Hosting;
using Bot.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Hosting;

public sealed class MaskedConsoleFormatterTests
{
    private readonly MaskedConsoleFormatter formatter = new(new Redactor(["planted-secret"]), new ManualClock(new DateTimeOffset(2026, 1, 2, 0, 3, 56, TimeSpan.Zero)));

    [Fact]
    public void Writes_one_line_with_time_level_and_event() =>
        Format("Watch of pods restarted.\nOnce.", null).ShouldBe("2026-01-02T00:03:56.000Z warn Bot.Some[2001] Watch of pods restarted. | Once.\n");

    [Theory]
    [InlineData("the configured planted-secret was sent")]
    [InlineData("clone https://jiwon:hunter2planted@git.example failed")]
    public void Masks_the_message(string message)
    {
        var line = Format(message, null);

        line.ShouldContain("***");
        line.ShouldNotContain("planted");
    }

    [Fact]
    public void Masks_the_exception_too() =>
        Format("Failed.", new InvalidOperationException("password=planted-by-the-test")).ShouldNotContain("planted-by-the-test");

    private string Format(string message, Exception? exception)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string>(LogLevel.Warning, "Bot.Some", new EventId(2001), message, exception, (state, _) => state);
        formatter.Write(in entry, null, writer);
        return writer.ToString();
    }
}
