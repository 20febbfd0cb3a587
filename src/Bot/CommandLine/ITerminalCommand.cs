using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>One command of the terminal: its words, and what it does.</summary>
public interface ITerminalCommand
{
    Command Build();
}
