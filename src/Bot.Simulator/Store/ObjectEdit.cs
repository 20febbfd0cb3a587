using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>What an edit made of an object: its new body, or the reason why it cannot be.</summary>
public readonly record struct ObjectEdit
{
    public JsonObject? Body { get; private init; }

    public StatusFailure? Failure { get; private init; }

    public static implicit operator ObjectEdit(StatusFailure failure) => Refused(failure);

    public static ObjectEdit To(JsonObject body) => new() { Body = body };

    public static ObjectEdit Refused(StatusFailure failure) => new() { Failure = failure };
}
