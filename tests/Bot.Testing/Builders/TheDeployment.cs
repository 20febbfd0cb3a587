using Bot.Core.Clusters;

namespace Bot.Testing.Builders;

/// <summary>A Deployment whose rollout ended long ago; by default all of its pods are ready.</summary>
public sealed class TheDeployment
{
    private Deployment deployment;

    public TheDeployment(string name = "media-service", string @namespace = "wealist-prod", int replicas = 2)
    {
        deployment = new Deployment
        {
            Metadata = TheMetadata.Of(@namespace, name),
            Replicas = replicas,
            ReadyReplicas = replicas,
            AvailableReplicas = replicas,
            UpdatedReplicas = replicas,
            Selector = new LabelSelector(TheMetadata.Map(("app", name)), []),
            Conditions = [new Condition("Progressing", "True", "NewReplicaSetAvailable", "", TheSnapshot.Now.AddHours(-1))],
        };
    }

    public TheDeployment With(Func<Deployment, Deployment> change)
    {
        deployment = change(deployment);
        return this;
    }

    public TheDeployment Ready(int count) => With(it => it with { ReadyReplicas = count, AvailableReplicas = count });

    /// <summary>A rollout that has neither ended nor passed its deadline.</summary>
    public TheDeployment RollingOut() => With(it => it with { Conditions = [new Condition("Progressing", "True", "ReplicaSetUpdated", "", TheSnapshot.Now.AddHours(-1))] });

    public Deployment Build() => deployment;

    public static implicit operator Deployment(TheDeployment builder) => builder.deployment;
}
