namespace Grpc.Core;

/// <summary>Makes the exception with which a server ends a call.</summary>
public static class RpcStatusExtensions
{
    /// <summary>An exception with the code and the message of a status, and with its details in the trailers.</summary>
    /// <remarks>A code that gRPC does not know becomes <see cref="StatusCode.Unknown"/>; in the trailers it stays as it is.
    /// </remarks>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var code = (StatusCode)status.Code;
        return status.ToRpcException(Enum.IsDefined(code) ? code : StatusCode.Unknown, status.Message);
    }

    /// <summary>An exception with another code and message than those of the status, which stays in the trailers as it is.
    /// </summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status, StatusCode statusCode, string message)
    {
        ArgumentNullException.ThrowIfNull(status);
        var trailers = new Metadata();
        trailers.SetRpcStatus(status);
        return new RpcException(new Status(statusCode, message), trailers);
    }
}
