using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Selection;

/// <summary>Both selectors of a list or watch together.</summary>
internal sealed record ObjectSelection(LabelSelector Labels, FieldSelector Fields)
{
    public bool IsEmpty => Labels.IsEmpty && Fields.IsEmpty;

    public bool Matches(JsonObject body) => Labels.Matches(body) && Fields.Matches(body);

    public static (ObjectSelection? Selection, StatusFailure? Failure) Read(SimulatedKind kind, IQueryCollection query)
    {
        var (labels, labelError) = LabelSelector.Parse(query["labelSelector"].ToString());
        if (labels is null)
        {
            return (null, Failures.BadRequest(labelError));
        }

        var (fields, fieldError) = FieldSelector.Parse(kind, query["fieldSelector"].ToString());
        return fields is null ? (null, Failures.BadRequest(fieldError)) : (new ObjectSelection(labels, fields), null);
    }
}
