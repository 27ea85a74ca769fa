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

    /// <summary>The number of events that came after the sink was closed.</summary>
    public int LateEvents => _lateEvents;

    public IEnumerable<LogEvent> Events => _events;

    public IEnumerable<string> Messages =>
        _events.Select(logEvent => logEvent.RenderMessage(CultureInfo.InvariantCulture));

    public void Emit(LogEvent logEvent)
    {
        if (Closed)
        {
            Interlocked.Increment(ref _lateEvents);
        }

        _events.Enqueue(logEvent);
    }

    public void Dispose() => Interlocked.Increment(ref _closings);
}
