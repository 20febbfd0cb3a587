namespace Bot.Simulator.Git;

/// <summary>One commit with the whole tree that it leaves behind.</summary>
/// <param name="Sha">40 hexadecimal digits.</param>
/// <param name="Message">First line of the commit message.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Files">Every file and chart by path.</param>
internal sealed record GitCommit(string Sha, string Message, string Author, IReadOnlyDictionary<string, GitFile> Files);
