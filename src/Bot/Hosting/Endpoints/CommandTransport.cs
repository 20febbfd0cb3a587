using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Hosting.Endpoints;

/// <summary>How a command's result travels from the running bot to the terminal.</summary>
public static class CommandTransport
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
