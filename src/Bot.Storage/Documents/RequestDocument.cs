using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Core.Approval;

namespace Bot.Storage.Documents;

/// <summary>A request as the text that is kept. <see cref="Format"/> stands beside it in its row, so that a later form can be told apart.</summary>
internal static class RequestDocument
{
    public const int Format = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(), new TextKeyConverter() },
    };

    public static string Write(ApprovalRequest request) => JsonSerializer.Serialize(request, Options);

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> wrote.</exception>
    public static ApprovalRequest Read(string text) => JsonSerializer.Deserialize<ApprovalRequest>(text, Options) ?? throw new JsonException("The document is empty.");
}
