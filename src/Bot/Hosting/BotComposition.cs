using System.Collections.Immutable;
using Bot.Clusters;
using Bot.Configuration;
using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Commands;
using Bot.Core.Commands.Completion;
using Bot.Core.Commands.Handlers;
using Bot.Core.Diagnosis;
using Bot.Core.Doctor;
using Bot.Core.Environments;
using Bot.Core.Redaction;
using Bot.Core.Remediation;
using Bot.Core.Texts;
using Bot.Doctor;
using Bot.Kubernetes.Observing;
using Bot.Pictures;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Bot.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Puts the running bot together. Every part is named here once; nothing is found by reflection.</summary>
public static class BotComposition
{
    public static IServiceCollection AddBot(this IServiceCollection services, LoadedConfiguration configuration, string dataDirectory, bool isDemo, TimeProvider clock)
    {
        var options = configuration.Options;
        services.AddSingleton(configuration);
        services.AddSingleton(clock);
        services.AddSingleton<IRedactor>(new Redactor());
        services.AddSingleton<CorrelationIds>();
        AddStore(services, StorePath(options, dataDirectory));
        AddPeople(services, options);
        AddClusters(services, options);
        AddCommands(services, StorePath(options, dataDirectory));
        services.AddSingleton<ApprovalDesk>();
        services.AddSingleton<IApprovalDesk>(provider => provider.GetRequiredService<ApprovalDesk>());
        services.AddSingleton<RemediationRunner>();
        services.AddSingleton<BotMetrics>();
        services.AddHostedService<ClusterWatch>();
        services.AddHostedService<ApprovalWork>();
        return services.AddBotConsole(Settings(options, isDemo));
    }

    public static string StorePath(BotOptions options, string dataDirectory) =>
        Path.GetFullPath(options.Storage.ConnectionString.Length > 0 ? options.Storage.ConnectionString : "bot.db", dataDirectory);

    public static PeopleDirectory PeopleOf(BotOptions options) => new(options.People.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));

    public static PolicyBook PoliciesOf(BotOptions options) => new(
        options.Policies.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
        options.Environments.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Policy)));

    private static void AddStore(IServiceCollection services, string path)
    {
        services.AddSingleton(provider => SqliteDatabase.Open(path, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SqliteAuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<SqliteAuditLog>());
        services.AddSingleton<IApprovalStore, SqliteApprovalStore>();
        services.AddSingleton<ITokenStore, SqliteTokenStore>();
    }

    private static void AddPeople(IServiceCollection services, BotOptions options)
    {
        services.AddSingleton<IPeopleDirectory>(PeopleOf(options));
        services.AddSingleton<IPolicySource>(PoliciesOf(options));
        services.AddSingleton<IRequestIds, RandomRequestIds>();
        services.AddSingleton<RequestFeed>();
        services.AddSingleton<ExecutionQueue>();
    }

    private static void AddClusters(IServiceCollection services, BotOptions options)
    {
        var systemNamespaces = CommandLine.Invocation.SystemNamespaces(options);
        services.AddSingleton(new EnvironmentDirectory(CommandLine.Invocation.Definitions(options), systemNamespaces));
        services.AddSingleton<Diagnoser>(provider => new Diagnoser(provider.GetRequiredService<ILogger<Diagnoser>>()));
        services.AddSingleton(provider => new PictureMaker(provider.GetRequiredService<Diagnoser>(), systemNamespaces, provider.GetRequiredService<EnvironmentDirectory>(), options));
        services.AddSingleton<ObservedClusters>();
        services.AddSingleton<IReadOnlyList<ObservedCluster>>(provider => provider.GetRequiredService<ObservedClusters>().All);
        services.AddSingleton<IClusterPictures, ObservedPictures>();
        services.AddSingleton<IActingClusters>(provider => new ActingClusters(provider.GetRequiredService<ObservedClusters>().All.Select(cluster => cluster.Connection)));
    }

    private static void AddCommands(IServiceCollection services, string storePath)
    {
        services.AddSingleton<ICommandHandler, StatusHandler>();
        services.AddSingleton<ICommandHandler, DiagnoseHandler>();
        services.AddSingleton<ICommandHandler, UnstickHandler>();
        services.AddSingleton<ICommandHandler, SyncHandler>();
        services.AddSingleton<ICommandHandler, RefreshHandler>();
        services.AddSingleton<ICommandHandler, PendingHandler>();
        services.AddSingleton<ICommandHandler, ApproveHandler>();
        services.AddSingleton<ICommandHandler, DenyHandler>();
        services.AddSingleton<ICommandHandler, CancelHandler>();
        services.AddSingleton<ICommandHandler, AuditHandler>();
        services.AddSingleton<ICommandHandler, RulesHandler>();
        services.AddSingleton<ICommandHandler, ExplainHandler>();
        services.AddSingleton<ICommandHandler, LinkHandler>();
        services.AddSingleton<ICommandHandler, DoctorHandler>();
        services.AddSingleton<ICommandHandler, HelpHandler>();
        services.AddSingleton<ICompletionSource, EnvironmentCompletion>();
        services.AddSingleton<ICompletionSource, ApplicationCompletion>();
        services.AddSingleton<ICompletionSource, RuleCompletion>();
        services.AddSingleton<ICompletionSource, TermCompletion>();
        services.AddSingleton<ICompletionSource, RequestCompletion>();
        services.AddSingleton<IDoctorCheck, ConfigurationCheck>();
        services.AddSingleton<IDoctorCheck>(provider => new StoreDoctorCheck(storePath, provider.GetRequiredService<IRedactor>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ClusterDoor>(provider => new ClusterDoor(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>(), allowPrompts: false));
        services.AddSingleton<IDoctorCheck, ClusterCheck>();
        services.AddSingleton<CommandDispatcher>();
    }

    private static ConsoleSettings Settings(BotOptions options, bool isDemo) => new()
    {
        IsDemo = isDemo,
        Personas = isDemo ? [.. options.People.Select(pair => new Person(pair.Key, pair.Value.Name, [.. pair.Value.Roles]))] : [],
        Language = options.Language == "ko" ? Language.Ko : Language.En,
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
    };
}
