using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Selection;

/// <summary>A label selector as it stands in a query: <c>app=x,env in (a,b),!legacy</c>.</summary>
internal sealed class LabelSelector
{
    private readonly IReadOnlyList<LabelRequirement> requirements;

    private LabelSelector(IReadOnlyList<LabelRequirement> requirements) => this.requirements = requirements;

    public bool IsEmpty => requirements.Count == 0;

    public bool Matches(JsonObject body)
    {
        foreach (var requirement in requirements)
        {
            if (!requirement.Matches(body.Text("metadata", "labels", requirement.Key)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The selector, or the words in which the API server refuses it.</summary>
    public static (LabelSelector? Selector, string Error) Parse(string text)
    {
        var tokens = new Queue<string>(Tokens(text));
        var parts = new List<LabelRequirement>();
        while (tokens.Count > 0)
        {
            var (requirement, error) = Requirement(tokens);
            if (requirement is null)
            {
                return (null, "unable to parse requirement: " + error);
            }

            parts.Add(requirement);
            if (tokens.TryDequeue(out var comma) && comma != ",")
            {
                return (null, $"unable to parse requirement: found '{comma}', expected: ',' or 'end of string'");
            }
        }

        return (new LabelSelector(parts), "");
    }

    /// <summary>The selector of a spec, <c>matchLabels</c> and <c>matchExpressions</c>; an empty one matches everything.</summary>
    public static LabelSelector Of(JsonNode? selector)
    {
        var parts = new List<LabelRequirement>();
        if (selector.At("matchLabels") is JsonObject labels)
        {
            parts.AddRange(labels.Select(static pair => new LabelRequirement(pair.Key, LabelOperator.In, [pair.Value?.ToString() ?? ""])));
        }

        foreach (var expression in selector.Objects("matchExpressions"))
        {
            var operation = expression.Text("operator") switch
            {
                "In" => LabelOperator.In,
                "NotIn" => LabelOperator.NotIn,
                "DoesNotExist" => LabelOperator.Missing,
                _ => LabelOperator.Exists,
            };
            parts.Add(new LabelRequirement(expression.Text("key") ?? "", operation, expression.Texts("values")));
        }

        return new LabelSelector(parts);
    }

    /// <summary>The selector in one line, as scale and tables show it.</summary>
    public override string ToString() => string.Join(',', requirements.OrderBy(static part => part.Key, StringComparer.Ordinal).Select(static part => part.Operator switch
    {
        LabelOperator.Exists => part.Key,
        LabelOperator.Missing => "!" + part.Key,
        LabelOperator.In when part.Values.Count == 1 => $"{part.Key}={part.Values[0]}",
        LabelOperator.In => $"{part.Key} in ({string.Join(',', part.Values)})",
        LabelOperator.NotIn => $"{part.Key} notin ({string.Join(',', part.Values)})",
        LabelOperator.Greater => $"{part.Key}>{part.Values[0]}",
        _ => $"{part.Key}<{part.Values[0]}",
    }));

    private static (LabelRequirement? Requirement, string Error) Requirement(Queue<string> tokens)
    {
        var key = tokens.Dequeue();
        if (key == "!")
        {
            return tokens.TryDequeue(out var missing) && IsWord(missing)
                ? (new LabelRequirement(missing, LabelOperator.Missing, []), "")
                : (null, $"found '{missing}', expected: identifier");
        }

        if (!IsWord(key))
        {
            return (null, $"found '{key}', expected: !, identifier, or 'end of string'");
        }

        if (!tokens.TryPeek(out var operation) || operation == ",")
        {
            return (new LabelRequirement(key, LabelOperator.Exists, []), "");
        }

        tokens.Dequeue();
        return operation switch
        {
            "=" or "==" => OneValue(key, LabelOperator.In, tokens),
            "!=" => OneValue(key, LabelOperator.NotIn, tokens),
            ">" => OneValue(key, LabelOperator.Greater, tokens),
            "<" => OneValue(key, LabelOperator.Less, tokens),
            "in" => ManyValues(key, LabelOperator.In, tokens),
            "notin" => ManyValues(key, LabelOperator.NotIn, tokens),
            _ => (null, $"found '{operation}', expected: in, notin, =, ==, !=, gt, lt"),
        };
    }

    private static (LabelRequirement? Requirement, string Error) OneValue(string key, LabelOperator operation, Queue<string> tokens)
    {
        if (!tokens.TryPeek(out var value) || value == ",")
        {
            return (new LabelRequirement(key, operation, [""]), "");
        }

        tokens.Dequeue();
        return IsWord(value) ? (new LabelRequirement(key, operation, [value]), "") : (null, $"found '{value}', expected: identifier");
    }

    private static (LabelRequirement? Requirement, string Error) ManyValues(string key, LabelOperator operation, Queue<string> tokens)
    {
        if (!tokens.TryDequeue(out var open) || open != "(")
        {
            return (null, $"found '{open}', expected: '('");
        }

        var values = new List<string>();
        while (tokens.TryDequeue(out var token))
        {
            if (token == ")")
            {
                return (new LabelRequirement(key, operation, values), "");
            }

            if (token != ",")
            {
                values.Add(token);
            }
        }

        return (null, "found '', expected: ',', or ')'");
    }

    private static bool IsWord(string token) => token.Length > 0 && token.IndexOfAny(['=', '!', '<', '>', '(', ')', ',']) < 0;

    private static IEnumerable<string> Tokens(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            if (IsWord(text[at..(at + 1)]))
            {
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && IsWord(text[at..(at + 1)]))
                {
                    at++;
                }
            }
            else
            {
                at += text[at..].StartsWith("==", StringComparison.Ordinal) || text[at..].StartsWith("!=", StringComparison.Ordinal) ? 2 : 1;
            }

            yield return text[start..at];
        }
    }
}
