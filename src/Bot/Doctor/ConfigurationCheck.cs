using Bot.Configuration;
using Bot.Core.Doctor;
using Bot.Core.Texts;

namespace Bot.Doctor;

/// <summary>Is the configuration good, and does everything in it have an effect?</summary>
public sealed class ConfigurationCheck(LoadedConfiguration configuration) : IDoctorCheck
{
    public string Id => "configuration";

    public Task<IReadOnlyList<DoctorResult>> RunAsync(CancellationToken cancellationToken)
    {
        var results = configuration.Faults.Select(fault => Of(DoctorStatus.Bad, fault)).Concat(configuration.Notes.Select(note => Of(DoctorStatus.Note, note))).ToList();
        if (configuration.Faults.IsEmpty)
        {
            results.Insert(0, new DoctorResult(Id, DoctorStatus.Good, new TextKey("configuration.good").With("source", configuration.File is { } file ? file.Path : new TextKey("configuration.shipped"))));
        }

        return Task.FromResult<IReadOnlyList<DoctorResult>>(results);
    }

    private DoctorResult Of(DoctorStatus status, ConfigurationFault fault) =>
        new(Id, status, new TextKey("cli.configuration-fault").With("path", fault.Path).With("problem", fault.Problem));
}
