namespace Bot.Core.Doctor;

/// <summary>One check of <c>bot doctor</c>; stands in the project that it checks. Reads only.</summary>
public interface IDoctorCheck
{
    /// <summary>Stable id such as <c>store.writable</c>.</summary>
    string Id { get; }

    Task<IReadOnlyList<DoctorResult>> RunAsync(CancellationToken cancellationToken);
}
