using System.Collections.Frozen;

namespace Bot.Core.Approval;

/// <summary>People as configured. Two accounts of one person are one person; an account that two people claim belongs to nobody.</summary>
public sealed class PeopleDirectory : IPeopleDirectory
{
    private readonly FrozenDictionary<string, Person> byId;
    private readonly FrozenDictionary<(string Platform, string Account), Person> byAccount;

    public PeopleDirectory(IReadOnlyDictionary<string, PersonOptions> people)
    {
        var entries = people.Select(pair => (Options: pair.Value, Person: PersonOf(pair.Key, pair.Value))).ToArray();
        byId = entries.ToFrozenDictionary(entry => entry.Person.Id, entry => entry.Person, StringComparer.Ordinal);
        byAccount = entries
            .SelectMany(entry => AccountsOf(entry.Person.Id, entry.Options).Select(account => (Account: account, entry.Person)))
            .Distinct()
            .GroupBy(pair => pair.Account, pair => pair.Person)
            .Where(group => group.Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.Single());
    }

    public Person? Find(string platform, string userId) => byAccount.GetValueOrDefault((platform, userId));

    public Person? ById(string personId) => byId.GetValueOrDefault(personId);

    public IReadOnlyList<Person> WithAnyRole(IReadOnlyCollection<string> roles) =>
        [.. byId.Values.Where(person => roles.Any(person.HasRole)).OrderBy(person => person.Id, StringComparer.Ordinal)];

    private static Person PersonOf(string id, PersonOptions options) =>
        new(id, options.Name.Length > 0 ? options.Name : id, [.. options.Roles.Distinct(StringComparer.Ordinal)]);

    // The command line is known by a personal token, which names the person directly.
    private static IEnumerable<(string Platform, string Account)> AccountsOf(string id, PersonOptions options) =>
        options.Discord.Select(account => ("discord", account))
            .Concat(options.Slack.Select(account => ("slack", account)))
            .Append(("console", options.Console))
            .Append(("cli", id))
            .Where(account => account.Item2.Length > 0);
}
