using System.Reflection;

namespace Bot.Tests.Architecture;

/// <summary>Who may reference whom: every project -> Bot.Core; Bot -> all; nothing else. Bot.Core knows no I/O library.</summary>
public sealed class ReferenceDirectionTests
{
    private static readonly string[] Rooms = ["Bot.Core", "Bot.Kubernetes", "Bot.Discord", "Bot.Slack", "Bot.Web", "Bot.Storage", "Bot.Simulator"];

    public static TheoryData<string> Adapters() => [.. Rooms.Where(room => room != "Bot.Core")];

    [Theory]
    [MemberData(nameof(Adapters))]
    public void An_adapter_references_the_core_and_no_other_room(string adapter)
    {
        var others = RoomsReferencedBy(adapter).Where(room => room != "Bot.Core");

        others.ShouldBeEmpty();
    }

    [Fact]
    public void The_core_references_no_room() => RoomsReferencedBy("Bot.Core").ShouldBeEmpty();

    [Fact]
    public void The_core_references_the_framework_and_two_abstractions_only()
    {
        string[] allowed = ["Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Primitives"];

        var foreign = References("Bot.Core").Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib") && !allowed.Contains(name));

        foreign.ShouldBeEmpty();
    }

    [Fact]
    public void The_core_opens_no_connection_and_no_file()
    {
        string[] forbidden = ["System.Net.Http", "System.Net.Sockets", "System.Net.WebSockets", "System.Net.WebSockets.Client", "System.Diagnostics.Process", "System.Net.NameResolution"];

        References("Bot.Core").Intersect(forbidden).ShouldBeEmpty();
    }

    private static IEnumerable<string> RoomsReferencedBy(string room) => References(room).Where(name => Rooms.Contains(name) || name == "Bot");

    private static IEnumerable<string> References(string room) => Assembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!);
}
