using System.Text;
using Bot.Core.Clusters;
using Bot.Kubernetes.Input;

namespace Bot.Kubernetes.Tests.Input;

/// <summary>Reads a text as <c>--from -</c> would.</summary>
internal static class TheManifest
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 30, 0, TimeSpan.Zero);

    public static ManifestInput Read(string text, string complete = "") =>
        new ManifestReader(CompleteKinds.Parse(complete, out _)!).Read(["-"], new MemoryStream(Encoding.UTF8.GetBytes(text)), Now);

    public static T One<T>(string text)
        where T : ClusterObject
    {
        var input = Read(text);
        input.Unread.ShouldBeEmpty();
        return input.Snapshot.All<T>().ShouldHaveSingleItem();
    }
}
