namespace Bot.Core.Remediation;

public enum GoalProgress
{
    Pending,
    Reached,
    OutOfReach,
}
