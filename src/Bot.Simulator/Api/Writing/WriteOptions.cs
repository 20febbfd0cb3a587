using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Writing;

/// <summary>The parameters of a write.</summary>
internal sealed record WriteOptions(bool DryRun, string FieldValidation)
{
    public bool Strict => FieldValidation == "Strict";

    public bool Silent => FieldValidation == "Ignore";

    public static (WriteOptions? Options, StatusFailure? Failure) Read(IQueryCollection query, string options)
    {
        var dryRun = query["dryRun"].ToString();
        if (dryRun is not ("" or "All"))
        {
            return (null, Failures.Invalid(
                "meta.k8s.io",
                options,
                "",
                new StatusCause("FieldValueNotSupported", $"Unsupported value: \"{dryRun}\": supported values: \"All\"", "dryRun")));
        }

        return (new WriteOptions(dryRun == "All", query["fieldValidation"].ToString()), null);
    }
}
