using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Kubernetes.Input;

/// <summary>The YAML library answers some malformed texts with exceptions that mean a bug elsewhere; here they are faults of the text like any other.</summary>
internal sealed class GuardedParser(IParser parser) : IParser
{
    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            var end = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(end, end, exception.Message, exception);
        }
    }
}
