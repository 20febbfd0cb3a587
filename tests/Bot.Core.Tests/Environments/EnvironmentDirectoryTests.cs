using System.Collections.Frozen;
using Bot.Core.Clusters;
using Bot.Core.Environments;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Environments;

public sealed class EnvironmentDirectoryTests
{
    private static readonly FrozenSet<string> System = FrozenSet.ToFrozenSet(["argocd", "kube-system", "external-secrets"]);

    private static Application App(string name, string destination = "shop", string project = "default", string? environment = null) =>
        new TheApplication(name, destination: destination).With(it => it with
        {
            Project = project,
            Metadata = it.Metadata with { Labels = environment is null ? StringMap.Empty : StringMap.From([KeyValuePair.Create("environment", environment)]) },
        });

    private static string[] Names(EnvironmentScope? scope) => [.. scope!.Applications.Select(application => application.Name)];

    [Fact]
    public void Without_configuration_labels_win_over_names()
    {
        var snapshot = TheSnapshot.Of(App("shop-prod"), App("shop-dev"), App("odd-dev", environment: "production"), App("argocd-config", "argocd"), App("lonely"));

        var scopes = new EnvironmentDirectory([], System).ScopesOf(snapshot);

        scopes.Select(scope => scope.Name).ShouldBe(["prod", "dev"]);
        Names(scopes[0]).ShouldBe(["shop-prod", "odd-dev"], ignoreOrder: true);
        scopes[1].Shared.Select(application => application.Name).ShouldBe(["argocd-config", "lonely"], ignoreOrder: true);
    }

    [Fact]
    public void Configured_selectors_choose_by_label_project_and_glob()
    {
        var snapshot = TheSnapshot.Of(App("a", environment: "production"), App("b", project: "wealist-prod"), App("c-prod"), App("d"));
        var directory = new EnvironmentDirectory([new EnvironmentDefinition("live", "") { Applications = ["label:environment=production", "project:wealist-*", "*-prod"] }], System);

        Names(directory.Find(snapshot, "live")).ShouldBe(["a", "b", "c-prod"], ignoreOrder: true);
    }

    [Fact]
    public void An_environment_without_selectors_takes_what_its_label_project_or_namespace_fits()
    {
        var snapshot = TheSnapshot.Of(App("a", environment: "prod"), App("b", project: "wealist-prod"), App("c", "wealist-prod"), App("d", "wealist-dev"));
        var directory = new EnvironmentDirectory([new EnvironmentDefinition("prod", "")], System);

        Names(directory.Find(snapshot, "production")).ShouldBe(["a", "b", "c"], ignoreOrder: true);
    }

    [Fact]
    public void Shared_components_belong_to_every_environment_and_foreign_ones_to_none()
    {
        var snapshot = TheSnapshot.Of(App("shop-prod", "shop-prod"), App("shop-dev", "shop-dev"));
        var prod = new EnvironmentDirectory([], System).Find(snapshot, "prod")!;

        prod.Contains(new ObjectRef("Pod", "shop-prod", "x")).ShouldBeTrue();
        prod.Contains(new ObjectRef("Pod", "argocd", "x")).ShouldBeTrue();
        prod.Contains(new ObjectRef("Node", "", "x")).ShouldBeTrue();
        prod.Contains(new ObjectRef("Pod", "shop-dev", "x")).ShouldBeFalse();
        prod.Contains(new ObjectRef("Application", "argocd", "shop-dev")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("*-prod", "shop-prod", true)]
    [InlineData("*-prod", "shop-production", false)]
    [InlineData("a?c*", "abcdef", true)]
    [InlineData("*", "", true)]
    [InlineData("a*b*c", "aXbYc", true)]
    [InlineData("a*b*c", "aXcYb", false)]
    public void Globs_match_as_in_a_shell(string pattern, string text, bool matches) => Glob.Matches(pattern, text).ShouldBe(matches);
}
