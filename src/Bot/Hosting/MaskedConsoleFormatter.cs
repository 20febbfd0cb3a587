using System.Globalization;
using Bot.Core.Redaction;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>One line an entry, masked as a whole: messages, values, scopes and exceptions alike. The last door before a log leaves the process.</summary>
public sealed class MaskedConsoleFormatter(IRedactor redactor, TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "masked";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var scopes = new List<string>();
        scopeProvider?.ForEachScope((scope, list) => list.Add(scope?.ToString() ?? ""), scopes);
        var line = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {Word(logEntry.LogLevel)} {logEntry.Category}[{logEntry.EventId.Id}]");
        foreach (var scope in scopes)
        {
            line += $" ({scope})";
        }

        line += $" {message}";
        if (logEntry.Exception is { } exception)
        {
            line += $" | {exception}";
        }

        textWriter.WriteLine(redactor.Mask(line.ReplaceLineEndings(" | ")));
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "critical",
    };
}
