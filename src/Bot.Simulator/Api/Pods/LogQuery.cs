using System.Globalization;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Pods;

/// <summary>The parameters of <c>pods/log</c>.</summary>
internal sealed record LogQuery
{
    public string Container { get; init; } = "";

    public bool Previous { get; init; }

    public bool Follow { get; init; }

    public bool Timestamps { get; init; }

    public long? Tail { get; init; }

    public long? LimitBytes { get; init; }

    public DateTimeOffset? Since { get; init; }

    public static (LogQuery? Query, StatusFailure? Failure) Read(IQueryCollection query, DateTimeOffset now)
    {
        foreach (var name in (string[])["tailLines", "limitBytes", "sinceSeconds"])
        {
            var text = query[name].ToString();
            if (text.Length > 0 && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            {
                return (null, Failures.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax"));
            }
        }

        var seconds = Number(query, "sinceSeconds");
        var since = DateTimeOffset.TryParse(query["sinceTime"].ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null;
        return (new LogQuery
        {
            Container = query["container"].ToString(),
            Previous = ApiRequest.IsTrue(query["previous"].ToString()),
            Follow = ApiRequest.IsTrue(query["follow"].ToString()),
            Timestamps = ApiRequest.IsTrue(query["timestamps"].ToString()),
            Tail = Number(query, "tailLines"),
            LimitBytes = Number(query, "limitBytes"),
            Since = seconds is null ? since : now.AddSeconds(-seconds.Value),
        }, null);
    }

    private static long? Number(IQueryCollection query, string name) => long.TryParse(query[name].ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;
}
