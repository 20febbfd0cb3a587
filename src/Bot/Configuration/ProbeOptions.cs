namespace Bot.Configuration;

/// <summary>An address that people use, under <c>Bot:Environments:&lt;name&gt;:Probes</c>.</summary>
public sealed class ProbeOptions
{
    /// <summary>Absolute <c>http</c> or <c>https</c> address, asked with GET once a minute. Redirects are not followed. No user name or password in it.</summary>
    public string Url { get; set; } = "";

    /// <summary>The HTTP status of an address that works. Default 200.</summary>
    public int Expect { get; set; } = 200;
}
