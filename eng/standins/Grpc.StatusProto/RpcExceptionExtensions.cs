namespace Grpc.Core;

/// <summary>Reads the status with details of a failed call.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The status with details; null when the call came with none.</summary>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">The trailer holds bytes that are no status.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus();
    }
}
