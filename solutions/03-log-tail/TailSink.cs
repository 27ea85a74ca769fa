using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>The Serilog sink that passes log events to the hub.</summary>
internal sealed class TailSink(LogHub hub) : ILogEventSink
{
    // The libraries log each message that is sent; that log event would be a new message, without end. A flag "inside a
    // write" is not enough: Kestrel also logs from its own threads.
    private static readonly string[] Transport = ["Grpc.", "Microsoft.AspNetCore.", "Serilog.AspNetCore."];

    public void Emit(LogEvent logEvent)
    {
        if (IsAboutTheTail(logEvent))
        {
            return;
        }

        try
        {
            hub.Publish(logEvent);
        }
        catch (Exception exception)
        {
            // The code that logs must not fail because of the tail.
            SelfLog.WriteLine("The tail lost an event: {0}", exception);
        }
    }

    private static bool IsAboutTheTail(LogEvent logEvent)
    {
        var source = LogRecord.SourceOf(logEvent);
        return Transport.Any(prefix => source.StartsWith(prefix, StringComparison.Ordinal));
    }
}
