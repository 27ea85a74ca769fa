using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Workshop.ServiceDefaults;

/// <summary>How long a server asks a client to wait: the RetryInfo of a failed call
/// (https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto).</summary>
public static class RequestedWait
{
    private const long LongestSeconds = 3600;

    /// <summary>Whether the failure has a RetryInfo, so that another attempt makes sense.</summary>
    public static bool IsIn(RpcException failure) => RetryInfo(failure) is not null;

    /// <summary>The wait, from nothing to one hour. Null when the server asks for none, for one that is no time, or for a longer one:
    /// no user would wait so long, and <see cref="Task.Delay(TimeSpan)"/> throws for some.</summary>
    public static TimeSpan? Of(RpcException failure) =>
        RetryInfo(failure)?.RetryDelay is { Seconds: >= 0 and < LongestSeconds, Nanos: >= 0 and < Duration.NanosecondsPerSecond } delay
            ? delay.ToTimeSpan()
            : null;

    private static RetryInfo? RetryInfo(RpcException failure)
    {
        try
        {
            return failure.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<RetryInfo>();
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
