namespace Bot.Simulator.Controllers;

/// <summary>One control loop: looks at the objects, brings them one step nearer to what they should be. Must be idempotent.</summary>
internal interface IController
{
    void Tick(World world);
}
