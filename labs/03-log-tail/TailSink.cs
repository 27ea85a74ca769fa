using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>The Serilog sink that passes log events to the hub.</summary>
internal sealed class TailSink(LogHub hub) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
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
        // TODO 03.5: find out by its source whether an event is about the stream itself; leave such events out in Emit.
        throw new NotImplementedException("TODO 03.5 is not done yet. See labs/03-log-tail/README.md.");
    }
}
