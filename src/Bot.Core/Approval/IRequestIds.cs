namespace Bot.Core.Approval;

/// <summary>Makes ids of requests: unguessable, 26 characters of lower-case base32.</summary>
public interface IRequestIds
{
    string Next();
}
