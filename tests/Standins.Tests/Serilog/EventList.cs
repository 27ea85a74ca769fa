using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>A sink that keeps the events, and says whether it was closed.</summary>
internal sealed class EventList : ILogEventSink, IDisposable
{
    private readonly ConcurrentQueue<LogEvent> _events = new();

    public bool Closed { get; private set; }

    public IEnumerable<LogEvent> Events => _events;

    public IEnumerable<string> Messages => _events.Select(logEvent => logEvent.RenderMessage(CultureInfo.InvariantCulture));

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);

    public void Dispose() => Closed = true;
}
