namespace Grpc.Core;

/// <summary>A call that ended with a status other than OK; on a server, the way to end it so.</summary>
/// <remarks>
/// The message, unless one is given, shows the status, and the inner exception is its
/// <see cref="Status.DebugException"/>.
/// </remarks>
public class RpcException : Exception
{
    public RpcException(Status status)
        : this(status, Metadata.Empty)
    {
    }

    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">Metadata that goes, or came, with the status.</param>
    /// <param name="message">The exception's own message; it is not sent.</param>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    public Status Status { get; }

    public StatusCode StatusCode => Status.StatusCode;

    public Metadata Trailers { get; }
}
