using System.Collections.Immutable;
using Bot.Core.Diagnosis;
using Bot.Kubernetes.Input;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Diagnosis;

/// <summary>Files through the real reader and the real engine.</summary>
internal static class Diagnosed
{
    public static ClusterDiagnosis From(string path, DateTimeOffset now, CompleteKinds? complete = null)
    {
        var input = new ManifestReader(complete ?? CompleteKinds.None).Read([path], Stream.Null, now);
        input.Unread.ShouldBeEmpty();

        var diagnosis = new Diagnoser(RuleCatalogue.All, NullLogger<Diagnoser>.Instance).Diagnose(input.Snapshot, new DiagnosisContext(now));
        diagnosis.FailedRules.ShouldBeEmpty();
        return diagnosis;
    }
}
