using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Reading;

/// <summary>The paging and version parameters of a list or watch.</summary>
internal sealed record ListQuery
{
    public long Limit { get; init; }

    public ContinueToken? Continue { get; init; }

    /// <summary>Null: the newest state.</summary>
    public long? Revision { get; init; }

    public bool Exact { get; init; }

    public static (ListQuery? Query, StatusFailure? Failure) Read(IQueryCollection query)
    {
        var text = query["resourceVersion"].ToString();
        var match = query["resourceVersionMatch"].ToString();
        var token = query["continue"].ToString();
        _ = long.TryParse(query["limit"].ToString(), out var limit);
        if (token.Length > 0)
        {
            if (text.Length > 0 && text != "0")
            {
                return (null, Failures.BadRequest("specifying resource version is not allowed when using continue"));
            }

            var (from, error) = ContinueToken.Read(token);
            return from is null ? (null, Failures.BadRequest(error)) : (new ListQuery { Limit = limit, Continue = from }, null);
        }

        if (match.Length > 0 && text.Length == 0)
        {
            return (null, Forbidden("resourceVersionMatch is forbidden unless resourceVersion is provided"));
        }

        var (revision, failure) = Version(text);
        if (failure is not null)
        {
            return (null, failure);
        }

        var exact = match == "Exact" || (match.Length == 0 && limit > 0 && revision is > 0);
        return (new ListQuery { Limit = limit, Revision = revision, Exact = exact }, null);
    }

    /// <summary>A version must be a number; that it is not comes as 500, as recorded.</summary>
    public static (long? Revision, StatusFailure? Failure) Version(string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        return long.TryParse(text, out var revision) && revision >= 0
            ? (revision, null)
            : (null, new StatusFailure(500, null, $"resourceVersion: Invalid value: \"{text}\": strconv.ParseUint: parsing \"{text}\": invalid syntax"));
    }

    public static StatusFailure Forbidden(string why) =>
        Failures.Invalid("meta.k8s.io", "ListOptions", "", new StatusCause("FieldValueForbidden", "Forbidden: " + why, "resourceVersionMatch"));
}
