using Bot.Simulator.Scenarios;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Scenarios;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("scenarios");

    [Theory]
    [InlineData("-9h12m", -33_120)]
    [InlineData("-30d", -2_592_000)]
    [InlineData("-1d2h3m4s", -93_784)]
    [InlineData("5s", 5)]
    public void Offsets_are_read(string text, int seconds) => OffsetText.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("9 hours")]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("-12m9h")]
    public void What_is_no_offset_is_refused(string text) => OffsetText.Parse(text).ShouldBeNull();

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest()
    {
        Fault("seed-02").Message.ShouldBe("There is no scenario 'seed-02'. Did you mean seed-002?");
    }

    [Fact]
    public void A_directory_comes_before_the_built_in_scenarios_and_may_include_their_parts()
    {
        Write("mine", """
            include: [parts/eks]
            timeline:
              - at: -3m
                create:
                  - manifest: {apiVersion: v1, kind: ConfigMap, metadata: {name: note, namespace: default}, data: {count: "7"}}
            """);

        using var played = Played.Start("mine", directory.FullName);

        var note = played.Store.Get(SimulatedKinds.ConfigMap, "default", "note")!.Body;
        note.Text("data", "count").ShouldBe("7");
        note.Text("metadata", "creationTimestamp").ShouldBe("2026-01-02T00:12:56Z");
        SimulatedCluster.Scenarios(directory.FullName).ShouldContain("mine");
    }

    [Theory]
    [InlineData("timeline:\n  - at: -3m\n    creat: []\n", 3, "unknown key 'creat'; did you mean create?")]
    [InlineData("timeline:\n  - at: yesterday\n", 2, "'yesterday' is no time offset; write it like -9h12m or -30d")]
    [InlineData("timeline:\n  - at: 5m\n", 2, "a timeline tells the past: its offsets are not positive")]
    [InlineData("title: x\ntimeline: 7\n", 2, "a list is wanted here")]
    [InlineData("timeline:\n  - create: []\n", 2, "'at' is missing")]
    [InlineData("include: [nowhere]\n", 1, "there is no file 'nowhere' to include")]
    [InlineData("behaviours:\n  - workload: a/b\n    kind: Explode\n", 3, "'Explode' is no behaviour; known are NotReady, OutOfMemory, Crash, ImageNotFound")]
    [InlineData("behaviours:\n  - {workload: a/b, kind: OutOfMemory, needsMemory: lots}\n", 2, "'lots' is no amount of memory")]
    [InlineData("repositories:\n  - url: x\n    commits:\n      - sha: abc\n", 4, "'abc' is no commit id; it takes 40 hexadecimal digits")]
    [InlineData("timeline:\n  - at: -1m\n    push:\n      - commit: abc\n", 4, "no repository has a commit 'abc'")]
    [InlineData("timeline:\n  - at: -1m\n    create:\n      - manifest: {apiVersion: v1, kind: Pot, metadata: {name: a}}\n", 4, "v1 Pot is no kind of the simulator; did you mean Pod or Job?")]
    [InlineData("timeline:\n  - at: -1m\n    create:\n      - workload: {name: a, imag: b}\n", 4, "unknown key 'imag'; did you mean image?")]
    public void A_fault_is_told_with_file_and_line(string yaml, int line, string problem)
    {
        var path = Write("broken", yaml);

        var fault = Fault("broken");

        fault.Line.ShouldBe(line);
        fault.Message.ShouldBe($"{path}, line {line}: {problem}");
    }

    [Fact]
    public void What_is_no_yaml_is_told_with_its_line()
    {
        Write("broken", "title: x\ntimeline: [\n  - at: }\n");

        Fault("broken").Message.ShouldContain("broken.yaml, line 3: this is no YAML");
    }

    public void Dispose() => directory.Delete(recursive: true);

    private ScenarioException Fault(string name) => Should.Throw<ScenarioException>(() => Played.Start(name, directory.FullName));

    private string Write(string name, string yaml)
    {
        var path = Path.Combine(directory.FullName, name + ".yaml");
        File.WriteAllText(path, yaml);
        return path;
    }
}
