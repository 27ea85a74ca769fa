using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>A sink that keeps the events, and says how often it was closed, and whether events came too late.</summary>
internal sealed class EventList : ILogEventSink, IDisposable
{
    private readonly ConcurrentQueue<LogEvent> _events = new();

    private int _closings;
    private int _lateEvents;

    public int Closings => _closings;

    public bool Closed => _closings > 0;

    /// <summary>The number of events that came after the sink was closed, or while it was.</summary>
    public int LateEvents => _lateEvents;

    public IEnumerable<LogEvent> Events => _events;

    public IEnumerable<string> Messages =>
        _events.Select(logEvent => logEvent.RenderMessage(CultureInfo.InvariantCulture));

    public void Emit(LogEvent logEvent)
    {
        _events.Enqueue(logEvent);
        // Lets a thread that would close the sink during the write do it now.
        Thread.Yield();
        if (Closed)
        {
            Interlocked.Increment(ref _lateEvents);
        }
    }

    public void Dispose() => Interlocked.Increment(ref _closings);
}
