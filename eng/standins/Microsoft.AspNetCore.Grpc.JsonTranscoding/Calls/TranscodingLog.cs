using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>The log entries of transcoding.</summary>
internal static partial class TranscodingLog
{
    [LoggerMessage(1, LogLevel.Warning, "The rpc {Method} has a google.api.http rule, but is not transcoded: client streaming and bidirectional streaming have no JSON form.")]
    public static partial void StreamingNotSupported(ILogger logger, string method);

    [LoggerMessage(2, LogLevel.Information, "The call of {Method} ended with {StatusCode}: {Detail}")]
    public static partial void CallFailed(ILogger logger, Exception exception, string method, StatusCode statusCode, string detail);

    [LoggerMessage(3, LogLevel.Error, "The service method {Method} threw an exception.")]
    public static partial void HandlerThrew(ILogger logger, Exception exception, string method);

    [LoggerMessage(4, LogLevel.Information, "The request of {Method} could not be read: {Problem}")]
    public static partial void RequestNotRead(ILogger logger, Exception exception, string method, string problem);

    [LoggerMessage(5, LogLevel.Error, "The error of {Method} could not be written as JSON.")]
    public static partial void ErrorNotWritten(ILogger logger, Exception exception, string method);

    [LoggerMessage(6, LogLevel.Debug, "The client of {Method} has gone.")]
    public static partial void ClientGone(ILogger logger, string method);
}
