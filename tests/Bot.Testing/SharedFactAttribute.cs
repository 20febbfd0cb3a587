using Xunit;

namespace Bot.Testing;

/// <summary>A fact that reads recordings beside the repository; skipped with one line where they are absent.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedFiles.Root is null)
        {
            Skip = SharedTheoryAttribute.Reason;
        }
    }
}
