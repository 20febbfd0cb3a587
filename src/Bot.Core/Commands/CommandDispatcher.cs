using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Chat;
using Bot.Core.Chat.Cards;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands;

/// <summary>
/// The one door for typed commands: parses the line, finds the handler, masks what it answers. Chat adapters, the console and the
/// terminal call it; a bug in a handler becomes a card with a correlation id here and nowhere else.
/// </summary>
public sealed partial class CommandDispatcher
{
    private const int MaxSuggestions = 25;

    private readonly ImmutableDictionary<string, ICommandHandler> handlers;
    private readonly ImmutableDictionary<string, ICompletionSource> completions;
    private readonly IRedactor redactor;
    private readonly CorrelationIds correlations;
    private readonly ILogger<CommandDispatcher> logger;

    public CommandDispatcher(IEnumerable<ICommandHandler> handlers, IEnumerable<ICompletionSource> completions, IRedactor redactor, CorrelationIds correlations, ILogger<CommandDispatcher> logger)
    {
        this.handlers = handlers.ToImmutableDictionary(handler => handler.Name);
        this.completions = completions.ToImmutableDictionary(source => source.Name);
        this.redactor = redactor;
        this.correlations = correlations;
        this.logger = logger;
    }

    /// <param name="line">What was typed, with or without the slash.</param>
    /// <param name="actor">Who typed it.</param>
    /// <param name="localizer">The reader's language and zone.</param>
    /// <param name="channelEnvironment">The environment of the channel; empty when there is none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CommandResult> ExecuteAsync(string line, Actor actor, Localizer localizer, string channelEnvironment, CancellationToken cancellationToken)
    {
        var parsed = CommandLineParser.Parse(line);
        if (parsed.Command is null || !handlers.TryGetValue(parsed.Name, out var handler))
        {
            return Masked(UsageCards.UnknownCommand(parsed.Name, handlers.Keys, localizer));
        }

        if (!parsed.IsGood)
        {
            return Masked(UsageCards.Misused(parsed, localizer));
        }

        var context = new CommandContext { Actor = actor, Localizer = localizer, Options = parsed.Options, ChannelEnvironment = channelEnvironment };
        try
        {
            return Masked(await handler.ExecuteAsync(context, cancellationToken));
        }
#pragma warning disable CA1031 // the edge of a command: logged, and answered with a correlation id
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var correlation = correlations.Next();
            Log.CommandFailed(logger, exception, parsed.Name, correlation);
            return Masked(UsageCards.Bug(parsed.Name, correlation, localizer));
        }
    }

    /// <summary>Suggestions for the word under the cursor (the last one of <paramref name="partialLine"/>).</summary>
    public async Task<IReadOnlyList<CompletionItem>> CompleteAsync(string partialLine, Actor actor, Localizer localizer, CancellationToken cancellationToken)
    {
        var words = CommandLineParser.Words(partialLine);
        var startsNewWord = partialLine.Length == 0 || char.IsWhiteSpace(partialLine[^1]);
        var typed = startsNewWord || words.Count == 0 ? "" : words[^1];
        var position = words.Count - (startsNewWord ? 0 : 1);
        if (position <= 0)
        {
            return
            [
                .. CommandCatalogue.All
                    .Where(command => handlers.ContainsKey(command.Name) && command.Name.StartsWith(typed.TrimStart('/'), StringComparison.OrdinalIgnoreCase))
                    .Select(command => new CompletionItem("/" + command.Name, UsageCards.Signature(command, localizer))),
            ];
        }

        if (CommandCatalogue.Find(words[0].TrimStart('/').ToLowerInvariant()) is not { } found || position > found.Options.Length)
        {
            return [];
        }

        var option = found.Options[position - 1];
        if (option.Completion == CompletionSources.Switch)
        {
            return option.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                ? [new CompletionItem(option.Name, localizer.Text($"command.{found.Name}.option.{option.Name}"))]
                : [];
        }

        if (!completions.TryGetValue(option.Completion, out var source))
        {
            return [];
        }

        var values = await source.ListAsync(new CommandContext { Actor = actor, Localizer = localizer }, cancellationToken);
        return
        [
            .. values
                .Where(item => item.Value.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .OrderBy(item => !item.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .Take(MaxSuggestions)
                .Select(item => item with { Label = redactor.Mask(item.Label) }),
        ];
    }

    private CommandResult Masked(CommandResult result) => result with { Cards = [.. result.Cards.Select(card => CardMask.Apply(card, redactor))] };

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "Command {Command} failed; correlation {Correlation}.")]
        public static partial void CommandFailed(ILogger logger, Exception exception, string command, string correlation);
    }
}
