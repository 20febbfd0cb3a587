using System.CommandLine;
using System.Text;
using System.Text.Json;
using Bot.Core.Audit;
using Bot.Core.Chat.Cards;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot audit [verify|export]</c>.</summary>
public sealed class AuditCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    private const int Most = 50;

    public Command Build()
    {
        var command = new Command("audit");
        command.SetAction((parsed, cancellationToken) => ListAsync(invoke(parsed), cancellationToken));
        var verify = new Command("verify");
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(invoke(parsed), cancellationToken));
        var export = new Command("export");
        export.SetAction((parsed, cancellationToken) => ExportAsync(invoke(parsed), cancellationToken));
        command.Subcommands.Add(verify);
        command.Subcommands.Add(export);
        return command;
    }

    private static Task<int> ListAsync(Invocation invocation, CancellationToken cancellationToken) => StoreReading.WithAsync(invocation, async (_, log) =>
    {
        var verdict = await log.VerifyAsync(cancellationToken);
        var card = AuditCard.Of(await log.LatestAsync(Most, cancellationToken), verdict, invocation.Localizer);
        CatalogueAnswer.Print(invocation, Core.Commands.CommandResult.Of(card));
        return verdict.IsGood ? ExitCode.Good : ExitCode.Warnings;
    });

    private static Task<int> VerifyAsync(Invocation invocation, CancellationToken cancellationToken) => StoreReading.WithAsync(invocation, async (_, log) =>
    {
        var verdict = await log.VerifyAsync(cancellationToken);
        await invocation.Terminal.Out.WriteLineAsync(invocation.Json ? Json(verdict, invocation.Localizer) : invocation.Localizer.Text(verdict.Message));
        return verdict.IsGood ? ExitCode.Good : ExitCode.Warnings;
    });

    private static Task<int> ExportAsync(Invocation invocation, CancellationToken cancellationToken) => StoreReading.WithAsync(invocation, async (_, log) =>
    {
        var count = await AuditExport.WriteAsync(log.ReadAsync(1, cancellationToken), invocation.Terminal.Out, cancellationToken);
        invocation.Terminal.Note(invocation.Localizer, new TextKey("cli.audit.exported").With("count", count));
        return ExitCode.Good;
    });

    private static string Json(AuditVerdict verdict, Localizer localizer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, DiagnosisJson.Options))
        {
            json.WriteStartObject();
            json.WriteBoolean("good", verdict.IsGood);
            json.WriteNumber("verified", verdict.Verified);
            json.WriteString("lastHash", verdict.LastHash);
            json.WriteString("break", verdict.Break?.Kind.ToString());
            json.WriteString("message", localizer.Text(verdict.Message));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
