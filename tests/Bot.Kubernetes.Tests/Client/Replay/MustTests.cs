using System.Globalization;
using Bot.Testing;
using Xunit.Abstractions;

namespace Bot.Kubernetes.Tests.Client.Replay;

/// <summary>Holds our client to every "client must" of the recordings' index that is about something it does.</summary>
public sealed class MustTests(ITestOutputHelper output)
{
    public static TheoryData<int> Asserted => [.. Musts.All.Asserted];

    [SharedTheory]
    [MemberData(nameof(Asserted))]
    public Task Does_what_a_client_must(int exchange) => Musts.All.CheckAsync(exchange);

    [SharedFact]
    public async Task Every_row_of_the_index_is_asserted_or_left_out_with_a_reason()
    {
        var rows = (await File.ReadAllLinesAsync(Path.Combine(Recording.Folder, "index.md")))
            .Where(line => line.Length > 6 && line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => int.Parse(line.AsSpan(2, 3), CultureInfo.InvariantCulture))
            .ToList();

        foreach (var (number, reason) in Musts.All.LeftOut)
        {
            output.WriteLine($"{number:000}: {reason}");
        }

        Musts.All.Asserted.Intersect(Musts.All.LeftOut.Select(pair => pair.Key)).ShouldBeEmpty();
        Musts.All.Asserted.Concat(Musts.All.LeftOut.Select(pair => pair.Key)).Order().ShouldBe(rows.Order());
    }
}
