using System.Globalization;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Bench.Tail;

/// <summary>A stream of numbered entries. Each must come once and in order, or be in a gap that says how many are missing
/// right there.</summary>
/// <param name="call">The stream.</param>
/// <param name="step">By how much the number of each entry is larger than that of the one before.</param>
/// <param name="end">The message of the last entry, which has no number.</param>
internal sealed class LoadFollower(AsyncServerStreamingCall<StreamLogsResponse> call, int step, string end) : IDisposable
{
    /// <summary>How many entries have come.</summary>
    public long Received { get; private set; }

    /// <summary>How many the gaps say are missing.</summary>
    public long Missed { get; private set; }

    /// <summary>Whether the last entry may have been written. It has no number; when it is in a gap, the next entry comes one too early.
    /// </summary>
    public bool MayEnd { get; set; }

    /// <summary>Opens a stream of what is logged from now on.</summary>
    public static async Task<LoadFollower> OpenAsync(LogService.LogServiceClient client, Level level, int step, string end)
    {
        var call = client.StreamLogs(new StreamLogsRequest { TailLines = 0, Follow = true, MinLevel = level });
        await call.ResponseStream.MoveNext(CancellationToken.None);
        return new LoadFollower(call, step, end);
    }

    /// <summary>Reads until the last entry, or until a gap that has it.</summary>
    /// <exception cref="InvalidOperationException">An entry is missing without a gap, came twice, or in another order.</exception>
    public async Task ReadAsync()
    {
        long? due = null;
        var isAfterGap = false;
        await foreach (var message in call.ResponseStream.ReadAllAsync())
        {
            if (message.Gap is { } gap)
            {
                Missed += gap.Dropped;
                due += step * gap.Dropped;
                isAfterGap = true;
            }
            else if (message.Entry?.Message == end)
            {
                return;
            }
            else if (message.Entry is { } entry)
            {
                var number = long.Parse(entry.Properties["Number"], NumberStyles.None, CultureInfo.InvariantCulture);
                if (MayEnd && isAfterGap && number == due - step)
                {
                    return;
                }

                if (number != (due ?? number))
                {
                    throw new InvalidOperationException($"Entry {number} came where {due} was due.");
                }

                due = number + step;
                isAfterGap = false;
                Received++;
            }
        }

        throw new InvalidOperationException("The stream ended before the last entry.");
    }

    public void Dispose() => call.Dispose();
}
