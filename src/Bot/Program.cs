using Bot.CommandLine;
using Bot.Configuration;
using Bot.Core.Commands;
using Bot.Hosting;

return await new BotCommandLine(Terminal.OfProcess(), TimeProvider.System, BotConfiguration.OfProcess(), new CorrelationIds(), ErrorLog.OfProcess).RunAsync(args);
