namespace Workshop.Evolution;

/// <summary>What the server is.</summary>
public enum Serving
{
    /// <summary>The directory, in the release that you write: <c>users.proto</c>.</summary>
    Release,

    /// <summary>A proxy of version 1 before another server.</summary>
    Proxy,

    /// <summary>One directory for clients of versions 1 and 2.</summary>
    TwoVersions,
}
