using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>Finds environments and applications by name over all clusters that can be seen.</summary>
public sealed class PictureIndex(IReadOnlyList<ClusterPicture> pictures, EnvironmentDirectory directory)
{
    /// <summary>Every environment that has a picture, with it.</summary>
    public ImmutableArray<(EnvironmentScope Scope, ClusterPicture Picture)> Scopes { get; } =
    [
        .. pictures.Where(picture => picture.Snapshot is not null)
            .SelectMany(picture => directory.ScopesOf(picture.Snapshot!).Select(scope => (scope, picture))),
    ];

    public IReadOnlyList<ClusterPicture> Pictures => pictures;

    /// <summary>Names to offer, also those of configured environments whose cluster cannot be seen.</summary>
    public IEnumerable<string> EnvironmentNames =>
        directory.Configured.Select(definition => definition.Name).Concat(Scopes.Select(pair => pair.Scope.Name)).Distinct(StringComparer.Ordinal);

    public IEnumerable<Application> Applications => pictures.Where(picture => picture.Snapshot is not null).SelectMany(picture => picture.Snapshot!.All<Application>());

    /// <summary>Why the cluster of this environment cannot be seen; null when it can, or when nobody knows the environment.</summary>
    public ClusterPicture? BlindPicture(string environment) =>
        directory.Configured.FirstOrDefault(definition => definition.Name.Equals(environment, StringComparison.OrdinalIgnoreCase)) is { } definition
            ? pictures.FirstOrDefault(picture => picture.Cluster == definition.Cluster && picture.Snapshot is null)
            : pictures is [var first, ..] && pictures.All(picture => picture.Snapshot is null) ? first : null;

    public StatusReport? Report(string environment)
    {
        var found = Scopes.FirstOrDefault(pair => pair.Scope.Name.Equals(environment, StringComparison.OrdinalIgnoreCase));
        if (found.Scope is null)
        {
            var usual = Environments.EnvironmentNames.Normalise(environment);
            found = Scopes.FirstOrDefault(pair => Environments.EnvironmentNames.Normalise(pair.Scope.Name) == usual);
        }

        return found.Scope is null ? null : Report(found.Scope, found.Picture);
    }

    /// <summary>The environment that is worst off: severity, then who suffers, then how many roots; the first in order when all are well.</summary>
    public StatusReport? Worst() =>
        Scopes.Select(pair => Report(pair.Scope, pair.Picture))
            .OrderByDescending(report => report.Worst is { } worst ? (int)worst + 1 : 0)
            .ThenByDescending(report => report.WorstImpact)
            .ThenByDescending(report => report.Roots.Count())
            .FirstOrDefault();

    /// <summary>Every cluster as a whole, for whom no environment can be told apart.</summary>
    public IEnumerable<StatusReport> Whole() =>
        pictures.Where(picture => picture.Snapshot is not null).Select(picture => Report(directory.Whole(picture.Snapshot!), picture));

    public (Application Application, ClusterPicture Picture)? Application(string name)
    {
        foreach (var picture in pictures)
        {
            if (picture.Snapshot?.All<Application>().FirstOrDefault(application => application.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } application)
            {
                return (application, picture);
            }
        }

        return null;
    }

    /// <summary>The environment an application belongs to; null for shared components.</summary>
    public EnvironmentScope? EnvironmentOf(Application application, ClusterPicture picture) => directory.OwnerOf(picture.Snapshot!, application);

    private StatusReport Report(EnvironmentScope scope, ClusterPicture picture) =>
        StatusReporter.Of(scope, directory, picture.Snapshot!, picture.Diagnosis!, picture.Context) with { Blind = picture.Blind };
}
