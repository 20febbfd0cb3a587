using Xunit;

namespace Bot.Testing;

/// <summary>A theory that reads recordings beside the repository; skipped with one line where they are absent.</summary>
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    internal const string Reason = "The folder ../shared with the recordings is not beside the repository.";

    public SharedTheoryAttribute()
    {
        if (SharedFiles.Root is null)
        {
            Skip = Reason;
        }
    }
}
