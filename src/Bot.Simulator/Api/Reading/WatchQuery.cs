using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Reading;

/// <summary>The parameters of a watch.</summary>
internal sealed record WatchQuery
{
    public long? Revision { get; init; }

    /// <summary>Begin with the present objects instead of resuming.</summary>
    public bool FromNow { get; init; }

    public bool Bookmarks { get; init; }

    /// <summary>Mark the end of the present objects by a bookmark.</summary>
    public bool WantsInitialEnd { get; init; }

    public TimeSpan? Timeout { get; init; }

    public static (WatchQuery? Query, StatusFailure? Failure) Read(IQueryCollection query)
    {
        var match = query["resourceVersionMatch"].ToString();
        var initial = query["sendInitialEvents"].ToString();
        var bookmarks = ApiRequest.IsTrue(query["allowWatchBookmarks"].ToString());
        if (initial.Length > 0 && match != "NotOlderThan")
        {
            return (null, ListQuery.Forbidden("sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        }

        if (initial.Length == 0 && match.Length > 0)
        {
            return (null, ListQuery.Forbidden("resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
        }

        var (revision, failure) = ListQuery.Version(query["resourceVersion"].ToString());
        if (failure is not null)
        {
            return (null, failure);
        }

        var wantsInitial = ApiRequest.IsTrue(initial);
        _ = long.TryParse(query["timeoutSeconds"].ToString(), out var seconds);
        return (new WatchQuery
        {
            Revision = revision,
            FromNow = wantsInitial || (revision is null or 0 && initial.Length == 0),
            Bookmarks = bookmarks,
            WantsInitialEnd = wantsInitial && bookmarks,
            Timeout = seconds > 0 ? TimeSpan.FromSeconds(seconds) : null,
        }, null);
    }
}
