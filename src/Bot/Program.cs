using Bot.CommandLine;
using Bot.Configuration;
using Bot.Core.Commands;

return await new BotCommandLine(Terminal.OfProcess(), TimeProvider.System, BotConfiguration.OfProcess(), new CorrelationIds()).RunAsync(args);
