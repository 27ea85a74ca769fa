namespace Workshop.Errors.Tour;

/// <summary>Who chose a status.</summary>
internal enum Maker
{
    /// <summary>The gRPC library of the client or of the server.</summary>
    Library,

    /// <summary>Something between them, which answered by HTTP; the client's library made a status of it.</summary>
    Proxy,

    /// <summary>The service's own code.</summary>
    You,
}
