using System.Diagnostics;
using System.Text.Json;

namespace Workshop.Bench;

/// <summary>Runs in a server's process. Measures it between the lines <c>begin</c> and <c>end</c> on standard input, passes
/// other lines on as orders, and replies to each with a line. The end of standard input ends the server.</summary>
internal sealed class ServerMeter
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private TimeSpan _processor;
    private int _gen2;
    private long _heap;
    private long _largest;

    /// <param name="order">Carries out every other line.</param>
    public static async Task RunAsync(Action<string> order)
    {
        var meter = new ServerMeter();
        await using var sampling = new Timer(_ => meter.Sample(), null, Interval, Interval);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            switch (line)
            {
                case "begin":
                    meter.Begin();
                    break;
                case "end":
                    break;
                default:
                    order(line);
                    break;
            }

            Console.WriteLine(JsonSerializer.Serialize(meter.Load()));
        }
    }

    private void Begin()
    {
        GC.Collect();
        _processor = Processor();
        _gen2 = GC.CollectionCount(2);
        _heap = GC.GetTotalMemory(forceFullCollection: false);
        _largest = _heap;
    }

    private ServerLoad Load() => new(
        (Processor() - _processor).TotalSeconds, GC.CollectionCount(2) - _gen2, Interlocked.Read(ref _largest) - _heap);

    private void Sample() => Interlocked.Exchange(
        ref _largest, Math.Max(Interlocked.Read(ref _largest), GC.GetTotalMemory(forceFullCollection: false)));

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;
}
