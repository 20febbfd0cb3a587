using Bot.Core.Clusters;

namespace Bot.Kubernetes.Tests.Input;

/// <summary>The expected values are what <c>kubectl annotate --local -o json</c> (1.32) printed for the same texts.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("y", "true")]
    [InlineData("Yes", "true")]
    [InlineData("on", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("n", "false")]
    [InlineData("off", "false")]
    [InlineData("0644", "420")]
    [InlineData("0o17", "15")]
    [InlineData("-0o17", "-15")]
    [InlineData("0x1F", "31")]
    [InlineData("-0x10", "-16")]
    [InlineData("0b11", "3")]
    [InlineData("1_000", "1000")]
    [InlineData("1__0", "10")]
    [InlineData("+5", "5")]
    [InlineData("08", "8")]
    [InlineData("1e3", "1000")]
    [InlineData(".5", "0.5")]
    [InlineData("1.", "1")]
    [InlineData("1.10", "1.1")]
    [InlineData("12:30:45", "12:30:45")]
    [InlineData("2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z")]
    [InlineData("2026-11-21", "2026-11-21")]
    [InlineData("_1", "_1")]
    [InlineData("0x", "0x")]
    [InlineData("0b2", "0b2")]
    [InlineData("1e", "1e")]
    [InlineData("1e400", "1e400")]
    [InlineData("NaN", "NaN")]
    [InlineData("=", "=")]
    [InlineData("\"123\"", "123")]
    [InlineData("'yes'", "yes")]
    [InlineData("!!str 12", "12")]
    [InlineData("!!int \"12\"", "12")]
    [InlineData("!!bool \"yes\"", "true")]
    [InlineData("!!binary aGVsbG8=", "hello")]
    [InlineData("!custom 12", "12")]
    [InlineData("~", "")]
    [InlineData("null", "")]
    public void Scalars_take_the_type_that_kubectl_gives_them(string yaml, string expected) =>
        LabelOf(yaml).ShouldBe(expected);

    [Theory]
    [InlineData(".inf")]
    [InlineData(".nan")]
    [InlineData("!!int abc")]
    [InlineData("!!bool 3")]
    public void What_kubectl_refuses_is_refused(string yaml) =>
        TheManifest.Read(Manifest(yaml)).Unread.ShouldHaveSingleItem().Line.ShouldBe(5);

    [Theory]
    [InlineData("yes")]
    [InlineData("\"123\"")]
    [InlineData("'null'")]
    public void A_quoted_annotation_stays_a_text(string value)
    {
        var map = TheManifest.One<ConfigMap>($"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: argocd-cm\ndata:\n  key: \"{value.Trim('"', '\'')}\"\n");

        map.Data["key"].ShouldBe(value.Trim('"', '\''));
    }

    [Fact]
    public void Keys_become_texts()
    {
        var map = TheManifest.One<ConfigMap>("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: argocd-cm\ndata:\n  on: a\n  12: b\n  0x10: c\n  1.5: d\n");

        map.Data.Select(pair => pair.Key).ShouldBe(["1.5", "12", "16", "true"]);
    }

    private static string LabelOf(string yaml) => TheManifest.One<Namespace>(Manifest(yaml)).Metadata.Labels["key"]!;

    private static string Manifest(string yaml) => $"apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    key: {yaml}\n  name: shop\n";
}
