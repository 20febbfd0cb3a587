using System.CommandLine;
using Bot.Core.Chat.Cards;
using Bot.Core.Commands;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;
using Bot.Pictures;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot status [ENV]</c>.</summary>
public sealed class StatusCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    private readonly Argument<string?> environment = new("ENV") { Arity = ArgumentArity.ZeroOrOne };
    private readonly InputOptions input = new();

    public Command Build()
    {
        var command = new Command("status") { environment };
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
        var name = parsed.GetValue(environment) ?? "";
        StatusReport[] reports = name.Length > 0 ? index.Report(name) is { } found ? [found] : []
            : !invocation.NamesCluster && invocation.Environments.Configured.Length > 0 && index.Worst() is { } worst ? [worst]
            : [.. index.Whole()];
        if (reports.Length == 0)
        {
            var failure = index.BlindPicture(name) is { } blind
                ? BlindCard.Of(blind, invocation.Localizer)
                : UsageCards.NotFound("usage.no-environment", name, index.EnvironmentNames, invocation.Localizer);
            return Answer.Fail(invocation, failure);
        }

        if (invocation.Json)
        {
            await invocation.Terminal.Out.WriteLineAsync(new StatusJson(invocation.Localizer, invocation.Redactor).Write(reports, reading.Unread));
        }
        else
        {
            Answer.Demo(invocation, reading);
            if (!Answer.ReadNothing(reading))
            {
                invocation.Terminal.Show(reports.Select(new StatusCard(invocation.Localizer, invocation.Redactor).Of), invocation.Redactor);
            }

            Answer.Unread(invocation, reading);
        }

        var blindElsewhere = reading.Pictures.Any(picture => picture.Snapshot is null);
        var code = DiagnosisExit.CodeOf([.. reports.Select(report => report.Diagnosis with { Findings = report.Findings })], reading.Unread);
        return blindElsewhere && name.Length == 0 ? Math.Max(code, ExitCode.Unreachable) : code;
    }
}
