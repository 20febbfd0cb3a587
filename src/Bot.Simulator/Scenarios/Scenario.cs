using Bot.Simulator.Controllers;
using Bot.Simulator.Git;

namespace Bot.Simulator.Scenarios;

/// <summary>A scenario as read from its files, its times made absolute.</summary>
internal sealed record Scenario(
    string Name,
    string Title,
    IReadOnlyList<GitRepository> Repositories,
    IReadOnlyList<Behaviour> Behaviours,
    IReadOnlyList<TimelineStep> Timeline);
