using Bot.Simulator.Api.Selection;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Reading;

/// <summary>Answers GET of a collection and of one object.</summary>
internal sealed class ListReader(ObjectStore store)
{
    public ApiAnswer Get(ObjectView view, string ns, string name) => store.Get(view.Kind, ns, name) is { } held
        ? ApiAnswer.Raw(200, view.One(held))
        : ApiAnswer.Refusal(Failures.NotFound(view.Kind, name));

    public ApiAnswer List(ObjectView view, string ns, IQueryCollection parameters)
    {
        var (selection, badSelector) = ObjectSelection.Read(view.Kind, parameters);
        var (query, badQuery) = ListQuery.Read(parameters);
        if (selection is null || query is null)
        {
            return ApiAnswer.Refusal((badSelector ?? badQuery)!);
        }

        var (state, revision) = store.ListWithRevision(view.Kind, ns);
        if (query.Revision > revision)
        {
            return ApiAnswer.Refusal(TooLarge(query.Revision.Value, revision));
        }

        if (query is { Exact: true, Revision: > 0 and var exact })
        {
            if (store.ListAt(view.Kind, ns, exact) is not { } past)
            {
                return ApiAnswer.Refusal(new StatusFailure(410, "Expired", "The resourceVersion for the provided list is too old."));
            }

            (state, revision) = (past, exact);
        }

        if (query.Continue is { } from)
        {
            if (from.Revision != ContinueToken.Inconsistent)
            {
                if (store.ListAt(view.Kind, ns, from.Revision) is not { } past)
                {
                    return ApiAnswer.Refusal(ExpiredToken(from));
                }

                (state, revision) = (past, from.Revision);
            }

            state = [.. state.Where(held => string.CompareOrdinal(RelativeKey(held, ns), from.After) > 0)];
        }

        return Page(view, ns, selection, query, state, revision);
    }

    /// <summary>The key below the collection: with a namespace in the path only the name is left.</summary>
    private static string RelativeKey(StoredObject held, string ns) => ns.Length > 0 ? held.Name : held.Key;

    private static ApiAnswer Page(ObjectView view, string ns, ObjectSelection selection, ListQuery query, IReadOnlyList<StoredObject> state, long revision)
    {
        var selected = selection.IsEmpty ? state : [.. state.Where(held => selection.Matches(held.Body))];
        var ignoresLimit = query is { Revision: 0, Exact: false };
        if (query.Limit <= 0 || ignoresLimit || selected.Count <= query.Limit)
        {
            return ApiAnswer.Raw(200, view.Many(selected, $"{revision}", null, null));
        }

        var page = selected.Take((int)query.Limit).ToList();
        var cached = query.Continue is null && view.Kind.Storage != SimulatedKinds.Event;
        var next = new ContinueToken(revision, RelativeKey(page[^1], ns)).Write(cached);
        return ApiAnswer.Raw(200, view.Many(page, $"{revision}", next, selection.IsEmpty ? selected.Count - page.Count : null));
    }

    private static StatusFailure TooLarge(long asked, long current) => new(
        504,
        "Timeout",
        $"Timeout: Too large resource version: {asked}, current: {current}",
        new StatusDetails { Causes = [new StatusCause("ResourceVersionTooLarge", "Too large resource version")], RetryAfterSeconds = 1 });

    private static StatusFailure ExpiredToken(ContinueToken token) => new(
        410,
        "Expired",
        "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token "
        + "in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, "
        + "modified, or deleted between the time the first chunk was returned and now may show up in the list.")
    {
        Continue = (token with { Revision = ContinueToken.Inconsistent }).Write(leadingSlash: false),
    };
}
