using System.Text.Json;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>Reads an answer that is one JSON document.</summary>
internal static class JsonBody
{
    public static async Task<ApiResult<JsonElement>> ReadAsync(ApiAnswer answer, ApiChannel channel, ApiRequest request, CancellationToken cancellationToken)
    {
        if (!answer.MediaType.EndsWith("json", StringComparison.Ordinal))
        {
            return AnswerFailures.NotKubernetes(channel.Server, answer.MediaType) with { OutcomeUnknown = !request.ChangesNothing };
        }

        try
        {
            await using var body = await answer.OpenAsync(channel.Options.SilenceWithin, cancellationToken);
            using var document = await JsonDocument.ParseAsync(body, JsonDepth.Options, cancellationToken);
            return ApiResult<JsonElement>.Of(document.RootElement.Clone(), answer.Warnings);
        }
        catch (JsonException problem)
        {
            return AnswerFailures.Cut(channel.Server, problem.Message) with { OutcomeUnknown = !request.ChangesNothing };
        }
        catch (Exception problem) when (TransportFailures.IsKnown(problem))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return TransportFailures.Of(channel.Server, problem, request.ChangesNothing);
        }
    }
}
