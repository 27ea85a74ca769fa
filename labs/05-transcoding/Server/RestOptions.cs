using System.ComponentModel;

namespace Workshop.Transcoding;

/// <summary>The settings of the server: the section <c>Rest</c> of the configuration.</summary>
public sealed class RestOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Rest";

    /// <summary>Where REST is served if nothing says otherwise.</summary>
    public const string DefaultAddress = "http://localhost:50080";

    /// <summary>Where REST is served, by HTTP/1.1.</summary>
    [Description($"Where to serve REST, by HTTP/1.1. Default: {DefaultAddress}")]
    public string Url { get; init; } = DefaultAddress;
}
