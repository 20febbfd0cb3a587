using System.Text.Json;

namespace Bot.Core.Remediation;

/// <summary>Compares an object with what a step demands of it before and after.</summary>
public static class StepCheck
{
    private const int ShownLength = 200;

    /// <summary>The first fact that is no longer as the plan saw it; null when all hold. A missing object breaks the uid.</summary>
    public static BrokenFact? Before(PlanStep step, string? json)
    {
        if (json is null)
        {
            return new BrokenFact("/metadata/uid", Quote(step.Uid), Found: null);
        }

        using var document = JsonDocument.Parse(json);
        if (step.Uid.Length > 0 && !Matches(JsonPointer.Find(document.RootElement, "/metadata/uid"), Quote(step.Uid)))
        {
            return new BrokenFact("/metadata/uid", Quote(step.Uid), Show(document.RootElement, "/metadata/uid"));
        }

        foreach (var precondition in step.Preconditions)
        {
            if (!Matches(JsonPointer.Find(document.RootElement, precondition.Path), precondition.Expected))
            {
                return new BrokenFact(precondition.Path, precondition.Expected, Show(document.RootElement, precondition.Path));
            }
        }

        return null;
    }

    /// <summary>The first effect that is not there yet; null when the step is done.</summary>
    public static BrokenFact? After(PlanStep step, string? json)
    {
        using var document = JsonDocument.Parse(json ?? "null");
        foreach (var expectation in step.Expect)
        {
            if (!IsMet(expectation, document.RootElement))
            {
                return new BrokenFact(expectation.Path, expectation.AnyOf.Count > 0 ? expectation.AnyOf[0] : null, Show(document.RootElement, expectation.Path));
            }
        }

        return null;
    }

    /// <summary>A field as people are shown it: JSON text, cut; null when absent.</summary>
    public static string? Show(string? json, string path)
    {
        using var document = JsonDocument.Parse(json ?? "null");
        return Show(document.RootElement, path);
    }

    private static bool IsMet(FieldExpectation expectation, JsonElement root)
    {
        var field = JsonPointer.Find(root, expectation.Path);
        var met = field is null
            ? expectation.MayBeAbsent
            : expectation.AnyOf.Any(text => Matches(field, text))
                || (expectation.AnyOf.Count == 0 && expectation.NoneOf.Count > 0 && !expectation.NoneOf.Any(text => Matches(field, text)));
        return met || (expectation.OrElse is { } other && IsMet(other, root));
    }

    private static bool Matches(JsonElement? field, string? expected)
    {
        if (field is null || expected is null)
        {
            return field is null && expected is null;
        }

        using var value = JsonDocument.Parse(expected);
        return JsonElement.DeepEquals(field.Value, value.RootElement);
    }

    private static string? Show(JsonElement root, string path)
    {
        var text = JsonPointer.Find(root, path)?.GetRawText();
        return text?.Length > ShownLength ? text[..ShownLength] + "…" : text;
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
