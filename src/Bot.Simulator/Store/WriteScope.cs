namespace Bot.Simulator.Store;

/// <summary>Which part of an object a write may reach.</summary>
public enum WriteScope
{
    /// <summary>Everything: for controllers inside the simulator.</summary>
    Everything,

    /// <summary>The main resource: of a kind with a status subresource the status stays as it was.</summary>
    Main,

    /// <summary>The status subresource: only the status changes.</summary>
    Status,
}
