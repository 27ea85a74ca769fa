namespace Grpc.Core;

/// <summary>The state of a channel's connection.</summary>
/// <remarks>Source: "gRPC Connectivity Semantics and API".</remarks>
public enum ConnectivityState
{
    /// <summary>Not connected, and not trying to.</summary>
    Idle,

    /// <summary>Trying to connect.</summary>
    Connecting,

    /// <summary>Connected.</summary>
    Ready,

    /// <summary>Could not connect, and waits before it tries again.</summary>
    TransientFailure,

    /// <summary>Closed for good.</summary>
    Shutdown,
}
