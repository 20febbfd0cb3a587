using System.CommandLine;
using Bot.CommandLine;

namespace Bot.Tests.CommandLine;

/// <summary>A command with a bug.</summary>
internal sealed class BrokenCommand : ITerminalCommand
{
    public Command Build()
    {
        var command = new Command("broken");
        command.SetAction((_, _) => Task.FromException<int>(new InvalidOperationException("the pool said password=planted-by-the-test")));
        return command;
    }
}
