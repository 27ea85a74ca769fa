using System.Diagnostics.Metrics;

namespace Workshop.Checks;

/// <summary>Reads what the lab's server tells of itself, as <c>dotnet-counters</c> does.</summary>
internal static class Gauge
{
    /// <summary>How many streams are open.</summary>
    public static int Streams => Read("workshop.tail.streams");

    /// <summary>How many queues get new entries.</summary>
    public static int Queues => Read("workshop.tail.followers");

    private static int Read(string name)
    {
        var sum = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == name)
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
