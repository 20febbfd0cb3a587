using Bot.Kubernetes.Kinds;
using Bot.Testing;

namespace Bot.EndToEnd.Tests.Deploy;

/// <summary>A kind that the bot reads and the overlay forgets would be a blind spot on every cluster that is installed from it.</summary>
public sealed class LookOverlayKindsTests
{
    private static readonly string Role = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "deploy", "overlays", "look", "cluster-role.yaml"));

    public static TheoryData<string, string> Listed()
    {
        var data = new TheoryData<string, string>();
        foreach (var entry in KindTable.OfTheApi.Where(entry => entry.Scope != ListScope.Named))
        {
            data.Add(entry.Resource.Group, entry.Resource.Plural);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Listed))]
    public void Every_kind_that_is_listed_may_be_read(string group, string plural)
    {
        var rule = Role.Split("- apiGroups:").Where(part => part.TrimStart().StartsWith($"[\"{group}\"]", StringComparison.Ordinal));

        rule.SelectMany(part => part.Split([' ', ',', '"', '[', ']', '\n'])).ShouldContain(plural);
    }
}
