using Bot.Core.Redaction;
using Bot.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.CommandLine;

public sealed class BugTests
{
    [Theory]
    [InlineData("en", "Correlation id abcd2345")]
    [InlineData("ko", "오류 번호 abcd2345")]
    public async Task Ends_with_70_and_a_correlation_id_and_only_the_log_has_the_exception(string language, string expected)
    {
        using var log = new KeptLog();

        var call = await CalledProgram.RunAsync(["broken", "--language", language], logs: () => log, more: new BrokenCommand());

        call.Exit.ShouldBe(70);
        call.Out.ShouldBeEmpty();
        call.Error.ShouldContain(expected);
        call.Error.ShouldNotContain("   at ");
        call.Error.ShouldNotContain("InvalidOperationException");
        log.Text.ShouldContain("abcd2345");
        log.Text.ShouldContain("InvalidOperationException");
        log.Text.ShouldContain("password=***");
        (call.Out + call.Error + log.Text).ShouldNotContain("planted-by-the-test");
    }

    // What the process's own log would print, kept.
    private sealed class KeptLog : ILoggerFactory, ILogger
    {
        private readonly MaskedConsoleFormatter formatter = new(new Redactor(), TimeProvider.System);
        private readonly StringWriter text = new();

        public string Text => text.ToString();

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var entry = new LogEntry<TState>(logLevel, "Bot", eventId, state, exception, formatter);
            this.formatter.Write(in entry, scopeProvider: null, text);
        }

        public void Dispose() => text.Flush();
    }
}
