using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>
/// Obeys "later": 429 and 503 that carry Retry-After, for reads and writes alike, because then nothing was done.
/// A read whose connection broke is asked once more; a write never is.
/// </summary>
internal sealed partial class RetryHandler : DelegatingHandler
{
    /// <summary>On a request: report the refusal instead of waiting, because the caller has a gentler way to ask.</summary>
    public static readonly HttpRequestOptionsKey<bool> DoNotWait = new("do-not-wait");

    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");
    private static readonly ResiliencePropertyKey<long> Started = new("started");

    private readonly KubernetesClientOptions options;
    private readonly TimeProvider clock;
    private readonly Jitter jitter;
    private readonly ILogger logger;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public RetryHandler(HttpMessageHandler inner, KubernetesClientOptions options, TimeProvider clock, Jitter jitter, ILogger logger)
        : base(inner)
    {
        this.options = options;
        this.clock = clock;
        this.jitter = jitter;
        this.logger = logger;
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 100,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnother(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Pause(arguments.Outcome.Result)),
                OnRetry = Report,
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        context.Properties.Set(Started, clock.GetTimestamp());
        try
        {
            return await pipeline.ExecuteAsync(
                static async (context, send) => await send(context.Properties.GetValue(Request, null!), context.CancellationToken),
                context,
                (Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>)base.SendAsync);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool IsWorthAnother(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        var request = arguments.Context.Properties.GetValue(Request, null!);
        if (arguments.Outcome.Result is not { } response)
        {
            return arguments.AttemptNumber == 0
                && request.Method == HttpMethod.Get
                && arguments.Outcome.Exception is HttpRequestException problem
                && ApiFailureException.Find(problem) is null;
        }

        if (request.Options.TryGetValue(DoNotWait, out var surrender) && surrender)
        {
            return false;
        }

        var waited = clock.GetElapsedTime(arguments.Context.Properties.GetValue(Started, 0));
        return response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
            && RetryAfter.Of(response, clock) is { } pause
            && waited + pause <= options.RetryWithin;
    }

    private TimeSpan Pause(HttpResponseMessage? response) =>
        response is null ? TimeSpan.Zero : jitter.Spread(RetryAfter.Of(response, clock) ?? TimeSpan.Zero, 0.1);

    private ValueTask Report(OnRetryArguments<HttpResponseMessage> arguments)
    {
        var request = arguments.Context.Properties.GetValue(Request, null!);
        var path = request.RequestUri!.AbsolutePath;
        if (arguments.Outcome.Result is { } response)
        {
            Log.ServerAskedToWait(logger, path, (int)response.StatusCode, arguments.RetryDelay);
            response.Dispose();
        }
        else
        {
            Log.ReadAskedAgain(logger, path, arguments.Outcome.Exception!.Message);
        }

        return ValueTask.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(2000, LogLevel.Information, "The API server answered {Status} to {Path} and asked to wait; asking again in {Pause}.")]
        public static partial void ServerAskedToWait(ILogger logger, string path, int status, TimeSpan pause);

        [LoggerMessage(2001, LogLevel.Information, "The connection broke under {Path} ({Problem}); the read was asked once more.")]
        public static partial void ReadAskedAgain(ILogger logger, string path, string problem);
    }
}
