namespace Bot.Hosting.Endpoints;

/// <summary>A command of the terminal on its way to the running bot.</summary>
public sealed record CommandRequest(string Line, string Language);
