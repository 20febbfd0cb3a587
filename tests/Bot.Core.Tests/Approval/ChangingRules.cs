using Bot.Core.Approval;

namespace Bot.Core.Tests.Approval;

/// <summary>A policy and a team that a test can change on the way.</summary>
internal sealed class ChangingRules : IPolicySource, IPeopleDirectory
{
    public Policy? Policy { get; set; } = TheTeam.Policy;

    public PeopleDirectory People { get; set; } = TheTeam.People;

    public Policy? For(string environment) => Policy;

    public Person? Find(string platform, string userId) => People.Find(platform, userId);

    public Person? ById(string personId) => People.ById(personId);

    public IReadOnlyList<Person> WithAnyRole(IReadOnlyCollection<string> roles) => People.WithAnyRole(roles);

    public void TakeRoles(string person)
    {
        var options = TheTeam.Options;
        options[person].Roles.Clear();
        People = new PeopleDirectory(options);
    }
}
