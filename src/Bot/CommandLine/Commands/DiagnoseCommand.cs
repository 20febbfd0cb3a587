using System.CommandLine;
using Bot.Core.Chat.Cards;
using Bot.Core.Commands;
using Bot.Core.Diagnosis;
using Bot.Pictures;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot diagnose [APP] [--from ...]</c>.</summary>
public sealed class DiagnoseCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    private readonly Argument<string?> application = new("APP") { Arity = ArgumentArity.ZeroOrOne };
    private readonly InputOptions input = new();

    public Command Build()
    {
        var command = new Command("diagnose") { application };
        input.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var invocation = invoke(parsed);
        var reading = await TerminalPictures.ReadAsync(invocation, input.Of(parsed), cancellationToken);
        if (reading.Exit is { } exit)
        {
            return exit;
        }

        var index = new PictureIndex(reading.Pictures, invocation.Environments);
        var seen = reading.Pictures.Where(picture => picture.Diagnosis is not null).ToArray();
        if (seen.Length == 0)
        {
            return Answer.Fail(invocation, BlindCard.Of(reading.Pictures.FirstOrDefault(), invocation.Localizer));
        }

        if (parsed.GetValue(application) is { } name)
        {
            if (index.Application(name) is not var (found, picture))
            {
                return Answer.Fail(invocation, UsageCards.NotFound("usage.no-application", name, index.Applications.Select(item => item.Name), invocation.Localizer));
            }

            var findings = DiagnoseCard.FindingsAbout(found, picture.Snapshot!, picture.Diagnosis!);
            var card = new DiagnoseCard(invocation.Localizer, invocation.Redactor).Of(found, picture.Snapshot!, picture.Diagnosis!, index.EnvironmentOf(found, picture)?.Name ?? "");
            return await PrintAsync(invocation, reading, [picture.Diagnosis! with { Findings = findings }], [card]);
        }

        var cards = new WholeDiagnosisCard(invocation.Localizer, invocation.Redactor);
        return await PrintAsync(
            invocation,
            reading,
            [.. seen.Select(picture => picture.Diagnosis!)],
            [.. seen.Select(picture => cards.Of(picture, invocation.Environments)), .. reading.Pictures.Where(picture => picture.Diagnosis is null).SelectMany(picture => BlindCard.Of(picture, invocation.Localizer).Cards)]);
    }

    private static async Task<int> PrintAsync(Invocation invocation, PictureReading reading, ClusterDiagnosis[] diagnoses, IReadOnlyList<Core.Chat.Card> cards)
    {
        if (invocation.Json)
        {
            await invocation.Terminal.Out.WriteLineAsync(new DiagnosisJson(invocation.Localizer, invocation.Redactor).Write(diagnoses, reading.Unread, diagnoses[0].Now));
        }
        else
        {
            Answer.Demo(invocation, reading);
            if (!Answer.ReadNothing(reading))
            {
                invocation.Terminal.Show(cards, invocation.Redactor);
            }

            Answer.Unread(invocation, reading);
        }

        var code = DiagnosisExit.CodeOf(diagnoses, reading.Unread);
        return reading.Pictures.Any(picture => picture.Snapshot is null) ? Math.Max(code, ExitCode.Unreachable) : code;
    }
}
