using Google.Protobuf;
using Grpc.Core;

namespace Workshop.Tests;

/// <summary>Reads the trailer <c>grpc-status-details-bin</c> of a failed call.</summary>
internal static class StatusDetails
{
    /// <summary>The detail of a type; the test fails when there is none.</summary>
    public static T Of<T>(RpcException exception)
        where T : class, IMessage<T>, new()
    {
        var detail = exception.GetRpcStatus()?.GetDetail<T>();
        Assert.NotNull(detail);
        return detail;
    }
}
