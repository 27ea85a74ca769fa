using Google.Protobuf;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.ServiceDefaults;

/// <summary>Leaves out what gRPC logs of a message that cannot be read: two stack traces for a byte that anybody may send. The line of
/// the request has its status.</summary>
internal sealed class UnreadableRequestLog : ILogEventFilter
{
    public bool IsEnabled(LogEvent logEvent) =>
        logEvent.Exception is not (InvalidProtocolBufferException or InvalidDataException)
        || !(logEvent.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: string source }
            && source.StartsWith("Grpc.AspNetCore.Server", StringComparison.Ordinal));
}
