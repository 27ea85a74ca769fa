using System.ComponentModel;

namespace Workshop.Evolution;

/// <summary>The settings of the server: the section <c>Directory</c> of the configuration.</summary>
public sealed class DirectoryOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Directory";

    /// <summary>What the server is.</summary>
    [Description("What the server is: Release, Proxy or TwoVersions. Default: Release")]
    public Serving Serve { get; init; }

    /// <summary>Where a proxy forwards to.</summary>
    [Description("Where a proxy forwards to. Default: http://localhost:50052")]
    public Uri Upstream { get; init; } = new("http://localhost:50052");
}
