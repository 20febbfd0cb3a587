using System.Text.Json.Nodes;
using Bot.Core.Diagnosis;
using Bot.Kubernetes.Input;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Diagnosis;

/// <summary>Files through the real reader and the real engine.</summary>
internal static class Diagnosed
{
    public static ClusterDiagnosis From(string path, DateTimeOffset now, CompleteKinds? complete = null) =>
        From(new ManifestReader(complete ?? CompleteKinds.None).Read([path], Stream.Null, now), now);

    public static ClusterDiagnosis From(IEnumerable<JsonObject> documents, DateTimeOffset now, CompleteKinds complete)
    {
        using var text = new MemoryStream();
        foreach (var document in documents)
        {
            text.Write(System.Text.Encoding.UTF8.GetBytes(document.ToJsonString() + "\n"));
        }

        text.Position = 0;
        return From(new ManifestReader(complete).Read(["-"], text, now), now);
    }

    private static ClusterDiagnosis From(ManifestInput input, DateTimeOffset now)
    {
        input.Unread.ShouldBeEmpty();

        var diagnosis = new Diagnoser(RuleCatalogue.All, NullLogger<Diagnoser>.Instance).Diagnose(input.Snapshot, new DiagnosisContext(now));
        diagnosis.FailedRules.ShouldBeEmpty();
        return diagnosis;
    }
}
