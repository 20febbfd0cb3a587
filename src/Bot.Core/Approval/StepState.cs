namespace Bot.Core.Approval;

public enum StepState
{
    Waiting,
    Running,
    Done,
    Failed,
    Unknown,
}
