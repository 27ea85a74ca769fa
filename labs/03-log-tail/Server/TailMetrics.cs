using System.Diagnostics.Metrics;

namespace Workshop.Tail;

/// <summary>The meter <c>Workshop.Tail</c>. Read it with <c>dotnet-counters</c>.</summary>
internal sealed class TailMetrics
{
    public TailMetrics(IMeterFactory meters, OpenStreams streams, LogHub hub)
    {
        // It ends with the server, whose factory this is.
        var meter = meters.Create("Workshop.Tail");
        meter.CreateObservableGauge("workshop.tail.streams", () => streams.Count, "{stream}", "Streams that are open now.");
        meter.CreateObservableGauge("workshop.tail.followers", () => hub.FollowerCount, "{queue}", "Queues that get new entries now.");
    }
}
