using System.Diagnostics.Metrics;

namespace Workshop.Tail;

/// <summary>The meter <c>Workshop.Tail</c>. Read it with <c>dotnet-counters</c>.</summary>
internal sealed class TailMetrics : IDisposable
{
    private readonly Meter _meter = new("Workshop.Tail");

    public TailMetrics(OpenStreams streams, LogHub hub)
    {
        _meter.CreateObservableGauge("workshop.tail.streams", () => streams.Count, "{stream}", "Streams that are open now.");
        _meter.CreateObservableGauge("workshop.tail.followers", () => hub.FollowerCount, "{queue}", "Queues that get new entries now.");
    }

    public void Dispose() => _meter.Dispose();
}
