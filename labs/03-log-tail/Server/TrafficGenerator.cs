using System.Diagnostics;

namespace Workshop.Tail;

/// <summary>Writes made-up entries, as many per second as <see cref="TailOptions.TrafficPerSecond"/> says.</summary>
internal sealed class TrafficGenerator(TailOptions options, ILoggerFactory loggers) : BackgroundService
{
    private static readonly string[] Sources = ["Shop.Orders", "Shop.Stock", "Shop.Payments"];

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.TrafficPerSecond == 0)
        {
            return;
        }

        ILogger[] sources = [.. Sources.Select(loggers.CreateLogger)];
        using var timer = new PeriodicTimer(Interval);
        var watch = Stopwatch.StartNew();
        var number = 0L;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            for (var due = (long)(watch.Elapsed.TotalSeconds * options.TrafficPerSecond); number < due; number++)
            {
                Write(sources[number % sources.Length], number);
            }
        }
    }

    private static void Write(ILogger source, long number)
    {
        if (number % 100 == 99)
        {
            source.OrderStuck(number);
        }
        else
        {
            source.OrderTaken(number, number % 7 + 1);
        }
    }
}
