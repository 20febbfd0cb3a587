using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Tests.Diagnosis.Pods;

public sealed class KubeletWordsTests
{
    [Theory]
    [InlineData("configmap \"app-config\" not found", "ConfigMap", "app-config")]
    [InlineData("secret \"app-secret\" not found", "Secret", "app-secret")]
    [InlineData("MountVolume.SetUp failed for volume \"tls\" : secret \"web-tls\" not found", "Secret", "web-tls")]
    [InlineData("MountVolume.SetUp failed for volume \"p\" : configmaps \"app-config\" not found", "ConfigMap", "app-config")]
    public void An_object_that_is_missing_is_named(string message, string kind, string name) => ConfigReference.Missing(message, "shop").ShouldBe(new ObjectRef(kind, "shop", name));

    [Theory]
    [InlineData("secret \"app-secret\" is forbidden")]
    [InlineData("failed to sync configmap cache: timed out waiting for the condition")]
    [InlineData("image \"secret\" not found")]
    public void Nothing_else_is_taken_for_missing(string message) => ConfigReference.Missing(message, "shop").ShouldBeNull();

    [Fact]
    public void A_key_that_is_missing_is_named_with_its_object()
    {
        ConfigReference.MissingKey("couldn't find key password in Secret shop/app-secret", "shop").ShouldBe(("password", new ObjectRef("Secret", "shop", "app-secret")));
        ConfigReference.MissingKey("MountVolume.SetUp failed for volume \"config\" : references non-existent config key: app.yaml", "shop").ShouldBe(("app.yaml", null));
        ConfigReference.MissingKey("configmap \"app-config\" not found", "shop").ShouldBeNull();
    }

    [Theory]
    [InlineData("PANIC:  could not write to file \"pg_wal/xlogtemp.29\": No space left on device", true)]
    [InlineData("write /data/db: no space left on device", true)]
    [InlineData("Error: ENOSPC: no space left on device, write", true)]
    [InlineData("OS errno 28 - No space left on device", true)]
    [InlineData("Error: ENOSPC: System limit for number of file watchers reached", false)]
    [InlineData("inotify_add_watch: no space left on device", false)]
    [InlineData("mkdir /sys/fs/cgroup/x: no space left on device", false)]
    [InlineData("disk usage is fine, there is space", false)]
    public void A_full_disk_is_told_from_a_limit_of_the_kernel(string line, bool full) => DiskFullText.IsIn(line).ShouldBe(full);
}
