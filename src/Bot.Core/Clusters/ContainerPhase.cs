namespace Bot.Core.Clusters;

public enum ContainerPhase
{
    None,
    Waiting,
    Running,
    Terminated,
}
