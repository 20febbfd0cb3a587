using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Compares an application with Git when its time has come, when it was asked to, or when one of its objects changed; writes the status; then auto-sync.</summary>
internal sealed class ApplicationRefresh(World world, RepoServer repo, TrackedObjects tracked)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan RepoErrorGrace = TimeSpan.FromSeconds(180);
    private readonly AutoSync autoSync = new(world);

    public void Process(StoredObject app, ApplicationMemory memory)
    {
        var asked = app.Body.Text("metadata", "annotations", Tracking.Refresh);
        if (asked is null && memory.AskGitAt > world.Now)
        {
            return;
        }

        var full = asked is not null || memory.AskGit || memory.AskGitAt is not null || memory.LastFullComparison is null
            || world.Now >= memory.LastFullComparison + Interval + memory.Jitter;
        if (!full && !memory.Touched)
        {
            return;
        }

        if (app.Body.At("spec", "source") is not JsonObject source)
        {
            return;
        }

        memory.Touched = false;
        var (revision, error) = full || memory.Revision is null ? repo.Resolve(source) : (memory.Revision, null);
        var comparison = revision is null ? new Comparison(null, [], error) : Comparison.Make(world, repo, tracked, app, source, revision);
        if (comparison.Error is not null && !GraceIsOver(memory))
        {
            return;
        }

        memory.AskGit = false;
        memory.AskGitAt = null;
        if (full)
        {
            memory.LastFullComparison = world.Now;
        }

        if (comparison.Error is null)
        {
            memory.RepoFailsSince = null;
            memory.Revision = revision;
        }

        var reasons = comparison.Error is null ? autoSync.Decide(app, source, comparison, memory) : AutoSyncDecision.None;
        world.Update(app, body =>
        {
            ApplicationStatus.Write(world, body, source, comparison, reasons.SyncError, full);
            if (asked is not null)
            {
                body.Child("metadata", "annotations").Remove(Tracking.Refresh);
            }

            if (reasons.Operation is not null && !body.ContainsKey("operation"))
            {
                body["operation"] = reasons.Operation;
                body.Child("status").Remove("operationState");
            }
        });
    }

    /// <summary>A repo-server that fails is given three minutes before the status tells it.</summary>
    private bool GraceIsOver(ApplicationMemory memory)
    {
        memory.RepoFailsSince ??= world.Now;
        return world.Now >= memory.RepoFailsSince + RepoErrorGrace;
    }
}
