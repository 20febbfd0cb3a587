using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bot.Core.Audit;

/// <summary>
/// The one byte form of a JSON value that is hashed (RFC 8785 as far as our values go: objects, strings, integers):
/// keys in ordinal order, no whitespace, the shortest escapes, UTF-8.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Reading = new() { RespectNullableAnnotations = true, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>An entry as text. Two entries that differ in anything have different texts.</summary>
    public static string Of(AuditEntry entry)
    {
        var text = new StringBuilder(512);
        text.Append('{');
        Member(text, "action", entry.Action, first: true);
        text.Append(",\"actor\":{");
        Member(text, "account", entry.Actor.UserId, first: true);
        Member(text, "name", entry.Actor.DisplayName);
        if (entry.Actor.Person is { } person)
        {
            text.Append(",\"person\":{");
            Member(text, "id", person.Id, first: true);
            Member(text, "name", person.DisplayName);
            text.Append(",\"roles\":[");
            for (var index = 0; index < person.Roles.Length; index++)
            {
                Quote(index == 0 ? text : text.Append(','), person.Roles[index]);
            }

            text.Append("]}");
        }

        Member(text, "platform", entry.Actor.Platform);
        text.Append('}');
        Member(text, "cluster", entry.Cluster);
        text.Append(",\"details\":{");
        var firstDetail = true;
        foreach (var (key, value) in entry.Details.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Member(text, key, value, firstDetail);
            firstDetail = false;
        }

        text.Append('}');
        Member(text, "kind", entry.Kind);
        Member(text, "outcome", entry.Outcome);
        Member(text, "planHash", entry.PlanHash);
        Member(text, "policyVersion", entry.PolicyVersion);
        Member(text, "reason", entry.Reason);
        Member(text, "requestId", entry.RequestId);
        Member(text, "target", entry.Target);
        Member(text, "time", Time(entry.Time));
        return text.Append('}').ToString();
    }

    /// <summary>Reads what <see cref="Of(AuditEntry)"/> wrote; null for any other text, however similar.</summary>
    public static AuditEntry? Parse(string text)
    {
        try
        {
            var entry = JsonSerializer.Deserialize<CanonicalEntry>(text, Reading)?.ToEntry();
            return entry is not null && Of(entry) == text ? entry : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A record as one line: entry, place and hashes.</summary>
    public static string Of(AuditRecord record)
    {
        var text = new StringBuilder(768).Append("{\"entry\":").Append(Of(record.Entry));
        Member(text, "hash", record.Hash);
        Member(text, "previousHash", record.PreviousHash);
        return text.Append(",\"sequence\":").Append(record.Sequence.ToString(CultureInfo.InvariantCulture)).Append('}').ToString();
    }

    internal static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static void Member(StringBuilder text, string key, string value, bool first = false)
    {
        Quote(first ? text : text.Append(','), key);
        Quote(text.Append(':'), value);
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        for (var index = 0; index < value.Length; index++)
        {
            var c = value[index];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                case var half when char.IsHighSurrogate(half) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]):
                    text.Append(c).Append(value[++index]);
                    break;

                // Half a character has no UTF-8 form: the replacement keeps the text readable and its bytes stable.
                case var half when char.IsSurrogate(half): text.Append('\uFFFD'); break;
                default: text.Append(c); break;
            }
        }

        text.Append('"');
    }
}
