using Bot.Benchmarks.Reading;
using Bot.Benchmarks.Rules;

switch (args)
{
    case ["reading", ..]:
        return await new ReadingBenchmark(args).RunAsync();
    case ["read", var url]:
        return await ReadOnce.RunAsync(url);
    case ["rules"]:
        return RulesBenchmark.Run();
    case ["warm"]:
        return await WarmStatus.RunAsync();
    case ["serve"]:
        var answers = new SampleAnswers();
        using (var server = new ReplayServer(answers, isPaced: false))
        {
            Console.WriteLine($"{server.Start()}: {answers.Sizes}. Enter ends it.");
            Console.ReadLine();
        }

        return 0;
    default:
        Console.Error.WriteLine("reading [--rounds N] [--unpaced] [--command LINE with {url} or {kubeconfig}] | rules | warm | serve | read URL");
        return 64;
}
