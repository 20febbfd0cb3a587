using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client.Replay;

/// <summary>What the index of the recordings asks of a client: an assertion for each row, or the reason why it is none of ours.</summary>
internal sealed class Musts
{
    private readonly Dictionary<int, (int[] Played, Func<Replayed, Task> Check)> checks = [];
    private readonly Dictionary<int, string> notOurs = [];

    public static Musts All { get; } = Collect();

    public IEnumerable<int> Asserted => checks.Keys.Order();

    public IEnumerable<KeyValuePair<int, string>> LeftOut => notOurs.OrderBy(pair => pair.Key);

    public async Task CheckAsync(int number)
    {
        var (played, check) = checks[number];
        await using var replay = new Replayed(played);
        await check(replay);
    }

    public void Must(int number, Func<Replayed, Task> check) => checks.Add(number, ([number], check));

    /// <summary>Several exchanges are played one after the other; the first is the one whose path is asked.</summary>
    public void Must(int number, int[] played, Func<Replayed, Task> check) => checks.Add(number, (played, check));

    public void Fails(int number, Func<Replayed, Task<ApiFailure?>> ask, ApiFailureKind kind, Action<ApiFailure>? andAlso = null) => Must(number, async replay =>
    {
        var failure = The.Told(await ask(replay));

        failure.Kind.ShouldBe(kind);
        replay.Server.Requests.Count.ShouldBe(1, "it was asked again");
        andAlso?.Invoke(failure);
    });

    public void NotOurs(string reason, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            notOurs.Add(number, reason);
        }
    }

    private static Musts Collect()
    {
        var musts = new Musts();
        DiscoveryMusts.AddTo(musts);
        ListMusts.AddTo(musts);
        WriteMusts.AddTo(musts);
        WatchMusts.AddTo(musts);
        OperationMusts.AddTo(musts);
        DeleteMusts.AddTo(musts);
        AccessMusts.AddTo(musts);
        RestMusts.AddTo(musts);
        return musts;
    }
}
