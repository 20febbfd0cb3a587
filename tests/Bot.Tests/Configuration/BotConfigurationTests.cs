using Bot.Configuration;
using Bot.Core.Texts;
using Bot.Testing;

namespace Bot.Tests.Configuration;

public sealed class BotConfigurationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bot-configuration-");

    public void Dispose() => folder.Delete(recursive: true);

    private LoadedConfiguration Load(string json, string shipped = "{}")
    {
        var program = folder.CreateSubdirectory("program");
        File.WriteAllText(Path.Combine(program.FullName, "appsettings.json"), shipped);
        var file = Path.Combine(folder.FullName, "own.json");
        File.WriteAllText(file, json);
        return new BotConfiguration(program.FullName, folder.FullName, _ => null).Load(file);
    }

    [Fact]
    public void Lists_every_fault_with_its_path_not_only_the_first()
    {
        var loaded = Load(
            """
            { "Bot": { "Language": "fr",
                       "Clusters": { "main": {} },
                       "Environments": { "prod": { "Cluster": "mian", "Policy": "" } },
                       "Policies": { "strict": { "Tiers": { "R2": { "Approvals": "many", "By": [] } } } } } }
            """);

        loaded.Faults.Select(fault => fault.Path).ShouldBe(["Bot:Policies:strict:Tiers:R2:Approvals", "Bot:Language", "Bot:Environments:prod:Cluster", "Bot:Policies:strict:Tiers:R2:By"], ignoreOrder: true);
        var english = new Localizer(Language.En, TimeZoneInfo.Utc);
        loaded.Faults.Select(fault => english.Text(fault.Problem)).ShouldAllBe(text => !text.Contains('{') && !text.Contains('‹', StringComparison.Ordinal) || text.Contains('›'));
        loaded.Faults.Select(fault => english.Text(fault.Problem)).ShouldContain(text => text.Contains("did you mean main"));
    }

    [Fact]
    public void An_address_to_look_at_bears_no_password_and_the_fault_does_not_repeat_it()
    {
        var loaded = Load(
            """
            { "Bot": { "Clusters": { "main": {}, "other": {} },
                       "Environments": { "prod": { "Cluster": "main", "Probes": [ { "Url": "https://mina:s3cret@shop.example", "Expect": 20 } ] } },
                       "Prometheus": { "Url": "prometheus:9090" } } }
            """);

        loaded.Faults.Select(fault => fault.Path).ShouldBe(["Bot:Environments:prod:Probes:0:Url", "Bot:Environments:prod:Probes:0:Expect", "Bot:Prometheus:Url", "Bot:Prometheus:Cluster"], ignoreOrder: true);
        loaded.Faults.Select(fault => new Localizer(Language.En, TimeZoneInfo.Utc).Text(fault.Problem)).ShouldNotContain(text => text.Contains("s3cret"));
    }

    [Fact]
    public void Thresholds_are_taken_from_the_configuration_and_absurd_ones_refused()
    {
        var good = Load("""{ "Bot": { "Diagnosis": { "Thresholds": { "Deletion": "00:20:00", "Pods": { "ImageNotFound": "00:05:00" } } } } }""");
        var bad = Load("""{ "Bot": { "Diagnosis": { "Thresholds": { "Deletion": "-00:01:00", "Pods": { "ImageNotFound": "4000.00:00:00", "CrashWindow": "soon" } } } } }""");

        good.Faults.ShouldBeEmpty();
        good.Options.Diagnosis.Thresholds.Deletion.ShouldBe(TimeSpan.FromMinutes(20));
        good.Options.Diagnosis.Thresholds.Pods.ImageNotFound.ShouldBe(TimeSpan.FromMinutes(5));
        good.Options.Diagnosis.Thresholds.Pods.CrashWindow.ShouldBe(TimeSpan.FromMinutes(30));
        bad.Faults.Select(fault => fault.Path).ShouldBe(
            ["Bot:Diagnosis:Thresholds:Deletion", "Bot:Diagnosis:Thresholds:Pods:ImageNotFound", "Bot:Diagnosis:Thresholds:Pods:CrashWindow"], ignoreOrder: true);
    }

    [Fact]
    public void A_mute_without_an_end_or_a_reason_is_a_fault_and_mutes_nothing()
    {
        var loaded = Load(
            """
            { "Bot": { "Diagnosis": { "Mutes": [ { "Rule": "pod.oom", "Until": "2026-12-01", "Reason": "known" },
                                                 { "Rule": "pod.oom", "Reason": "known" },
                                                 { "Rule": "pod.oom", "Until": "2026-12-01", "Reason": " " },
                                                 { "Rule": "pod.ooom", "Until": "2026-12-01", "Reason": "known" } ] } } }
            """);

        loaded.Faults.Select(fault => fault.Path).ShouldBe(["Bot:Diagnosis:Mutes:1:Until", "Bot:Diagnosis:Mutes:2:Reason", "Bot:Diagnosis:Mutes:3:Rule"]);
        DiagnosisCheck.MutesOf(loaded.Options).ShouldHaveSingleItem().Until.ShouldBe(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_list_is_taken_whole_from_the_last_source()
    {
        var loaded = Load(
            """{ "Bot": { "People": { "mina": { "Roles": ["reader"] } } } }""",
            """{ "Bot": { "People": { "mina": { "Roles": ["ops", "lead", "owner"] } } } }""");

        loaded.Options.People["mina"].Roles.ShouldBe(["reader"]);
    }

    [Fact]
    public void An_empty_list_takes_everything_away()
    {
        var loaded = Load(
            """{ "Bot": { "People": { "mina": { "Roles": [] } } } }""",
            """{ "Bot": { "People": { "mina": { "Roles": ["ops"] } } } }""");

        loaded.Options.People["mina"].Roles.ShouldBeEmpty();
    }

    [Fact]
    public void A_relative_kubeconfig_is_relative_to_the_file_that_names_it()
    {
        var loaded = Load("""{ "Bot": { "Clusters": { "main": { "Kubeconfig": "kube/config" } } } }""");

        loaded.Options.Clusters["main"].Kubeconfig.ShouldBe(Path.Combine(folder.FullName, "kube", "config"));
    }

    [Fact]
    public void Warns_of_unknown_keys_and_offers_the_nearest()
    {
        var loaded = Load("""{ "Bot": { "Clusters": { "main": { "Contxt": "x" } }, "Slack": { "BotToken": "x" } } }""");

        loaded.Faults.ShouldBeEmpty();
        loaded.Notes.Select(note => note.Path).ShouldBe(["Bot:Clusters:main:Contxt"]);
        loaded.Notes[0].Problem.Facts["nearest"].ShouldBe("Context");
    }

    [Fact]
    public void A_console_that_others_could_reach_is_a_fault_while_it_has_no_login() =>
        Load("""{ "Bot": { "Console": { "Url": "http://0.0.0.0:5080" } } }""").Faults.Select(fault => fault.Path).ShouldBe(["Bot:Console:Url"]);

    [Fact]
    public void A_broken_file_is_a_fault_with_its_place() =>
        Load("""{ "Bot": { "Language": """).Faults.ShouldHaveSingleItem().Path.ShouldEndWith("own.json");

    [Fact]
    public void One_account_belongs_to_one_person() =>
        Load("""{ "Bot": { "People": { "a": { "Console": "x" }, "b": { "Console": "x" } } } }""").Faults.ShouldHaveSingleItem().Path.ShouldBe("Bot:People");

    [Fact]
    public void The_shipped_file_binds_and_grants_nobody_anything()
    {
        var loaded = new BotConfiguration(SharedFiles.RepositoryRoot, folder.FullName, _ => null).Load(null);

        loaded.Faults.ShouldBeEmpty();
        loaded.Notes.ShouldBeEmpty();
        loaded.Options.People.ShouldBeEmpty();
        loaded.Options.Policies.ShouldBeEmpty();
        loaded.Options.Environments.ShouldBeEmpty();
        loaded.Options.Clusters.ShouldBeEmpty();
    }
}
