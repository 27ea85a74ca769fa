using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Workshop.Checks;

/// <summary>Reads what the servers of a check tell of themselves, as <c>dotnet-counters</c> does. <c>check.Use</c> gives it to them.</summary>
internal sealed class Gauge : IMeterFactory
{
    private readonly ConcurrentBag<Meter> _meters = [];

    /// <summary>How many streams are open.</summary>
    public int Streams => Read("workshop.tail.streams");

    /// <summary>How many queues get new entries.</summary>
    public int Queues => Read("workshop.tail.followers");

    public Meter Create(MeterOptions options)
    {
        // Other servers of this process have meters of the same name.
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        foreach (var meter in _meters)
        {
            meter.Dispose();
        }
    }

    private int Read(string name)
    {
        var sum = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == name && instrument.Meter.Scope == this)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => sum += value);
        listener.Start();
        listener.RecordObservableInstruments();
        return sum;
    }
}
