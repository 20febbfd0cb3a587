using System.CommandLine;
using Bot.Core.Texts;

namespace Bot.CommandLine;

/// <summary>Gives every command, argument and option its description in the reader's language; the command that was asked for shows its examples too.</summary>
public static class CommandTexts
{
    public static void Apply(RootCommand root, Command asked, Localizer localizer) => Apply(root, "bot", "", asked, localizer);

    private static void Apply(Command command, string path, string prefix, Command asked, Localizer localizer)
    {
        var description = localizer.Text($"cli.command.{path}.description");
        command.Description = command == asked ? $"{description}\n\n{Examples(path, localizer)}" : description;
        foreach (var argument in command.Arguments)
        {
            argument.Description = localizer.Text($"cli.argument.{path}.{argument.Name}");
        }

        foreach (var option in command.Options)
        {
            option.Description = localizer.Text($"cli.option.{option.Name.TrimStart('-')}");
        }

        foreach (var child in command.Subcommands)
        {
            Apply(child, prefix + child.Name, $"{prefix}{child.Name}.", asked, localizer);
        }
    }

    private static string Examples(string path, Localizer localizer) =>
        $"{localizer.Text("cli.help.examples")}\n{string.Join('\n', localizer.Text($"cli.command.{path}.examples").Split('\n').Select(line => "  " + line))}";
}
