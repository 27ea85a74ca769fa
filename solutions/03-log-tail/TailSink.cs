using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>The end of Serilog's pipeline where the tail begins.</summary>
internal sealed class TailSink(LogHub hub) : ILogEventSink
{
    // What the server's libraries say of a stream's messages would be messages of the stream, and so on. By the source and
    // not by "are we inside a write": Kestrel logs from threads of its own.
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
            // Whoever logs something must not fail because somebody watches.
            SelfLog.WriteLine("The tail lost an event: {0}", exception);
        }
    }

    private static bool IsAboutTheTail(LogEvent logEvent)
    {
        var source = LogRecord.SourceOf(logEvent);
        return Transport.Any(prefix => source.StartsWith(prefix, StringComparison.Ordinal));
    }
}
