namespace Bot.Core.Approval;

/// <summary>Whom the bot knows. Asked anew for every decision, so that a lost role or account counts at once.</summary>
public interface IPeopleDirectory
{
    /// <summary>The person behind an account; null when it is linked to nobody.</summary>
    Person? Find(string platform, string userId);

    Person? ById(string personId);

    /// <summary>Everybody who bears one of the roles.</summary>
    IReadOnlyList<Person> WithAnyRole(IReadOnlyCollection<string> roles);
}
