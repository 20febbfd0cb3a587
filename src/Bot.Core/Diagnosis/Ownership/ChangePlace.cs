namespace Bot.Core.Diagnosis.Ownership;

/// <summary>Where the lasting change is made.</summary>
/// <param name="Kind">Who holds the wanted state.</param>
/// <param name="Name">The Application, or <c>namespace/release</c>; empty for others.</param>
/// <param name="Repository">Repository of the Application; may bear credentials, so it is masked on the way out.</param>
/// <param name="Path">Path or chart in it.</param>
public sealed record ChangePlace(ChangePlaceKind Kind, string Name = "", string Repository = "", string Path = "")
{
    /// <summary>The autoscaler that sets the number of replicas; empty when none does.</summary>
    public string Autoscaler { get; init; } = "";
}
