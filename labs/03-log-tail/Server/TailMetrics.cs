using System.Diagnostics.Metrics;

namespace Workshop.Tail;

/// <summary>The meter <c>Workshop.Tail</c>: how many follow. Read it with <c>dotnet-counters</c>.</summary>
internal sealed class TailMetrics : IDisposable
{
    private readonly Meter _meter = new("Workshop.Tail");

    public TailMetrics(LogHub hub) =>
        _meter.CreateObservableGauge("workshop.tail.followers", () => hub.FollowerCount, "{stream}", "Streams that follow now.");

    public void Dispose() => _meter.Dispose();
}
