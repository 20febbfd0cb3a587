using Bot.Core.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>Logs on stderr, masked: stdout holds only answers.</summary>
public static class ErrorLog
{
    public static ILoggingBuilder AddErrorLog(this ILoggingBuilder logging) => logging
        .AddConsole(options => (options.LogToStandardErrorThreshold, options.FormatterName) = (LogLevel.Trace, MaskedConsoleFormatter.FormatterName))
        .AddConsoleFormatter<MaskedConsoleFormatter, ConsoleFormatterOptions>();

    /// <summary>The log of a command that is its own process.</summary>
    public static ILoggerFactory OfProcess() => LoggerFactory.Create(logging =>
    {
        logging.Services.AddSingleton<IRedactor>(new Redactor());
        logging.Services.AddSingleton(TimeProvider.System);
        logging.AddErrorLog();
    });
}
