namespace Workshop.Bench.Tail;

/// <summary>Streams that are read all the time. Each must get every entry, in order: a gap is an error here.</summary>
internal sealed class FollowerGroup : IAsyncDisposable
{
    private const int AtOnce = 1_000;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly TailClients _clients;
    private readonly int _followers;
    private readonly int _window;
    private Task[] _reading = [];
    private TaskCompletionSource _reached = new();
    private long _written;
    private long _received;
    private long _goal;

    private FollowerGroup(TailClients clients, int followers, int window)
    {
        _window = window;
        _clients = clients;
        _followers = followers;
    }

    /// <summary>Opens them all.</summary>
    /// <param name="kind">The kind of server.</param>
    /// <param name="server">Where it listens.</param>
    /// <param name="followers">How many streams are read.</param>
    /// <param name="idle">How many more are opened, of which nothing is read.</param>
    /// <param name="window">How many entries may be on their way to a stream, on average. Its queue must have room for more.</param>
    public static async Task<FollowerGroup> OpenAsync(string kind, Uri server, int followers, int idle, int window)
    {
        var group = new FollowerGroup(TailClients.For(kind, server), followers, window);
        for (; idle > 0; idle--)
        {
            await group._clients.OpenAsync(group._stop.Token);
        }

        var streams = new List<IAsyncEnumerable<long>>();
        for (var follower = 0; follower < followers; follower++)
        {
            streams.Add(await group._clients.OpenAsync(group._stop.Token));
        }

        group._reading = [.. streams.Select(stream => Task.Run(() => group.ReadAsync(stream)))];
        return group;
    }

    /// <summary>Lets entries be logged, no faster than the streams take them, and waits until each has got all of them.
    /// </summary>
    /// <param name="entries">How many entries.</param>
    /// <param name="write">Logs so many.</param>
    public async Task ReceiveAsync(int entries, Func<int, Task> write)
    {
        for (var end = _written + entries; _written < end;)
        {
            var count = (int)Math.Min(AtOnce, end - _written);
            await ReachedAsync(_written + count - _window);
            await write(count);
            _written += count;
        }

        await ReachedAsync(_written);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_reading).ContinueWith(_ => { }, TaskScheduler.Default);
        _clients.Dispose();
        _stop.Dispose();
    }

    // Waits until so many entries have come to a stream, on average.
    private async Task ReachedAsync(long entries)
    {
        _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _goal, entries * _followers);
        if (Interlocked.Read(ref _received) < entries * _followers)
        {
            await await Task.WhenAny(_reached.Task, Task.WhenAny(_reading).Unwrap()).WaitAsync(Limit);
        }
    }

    private async Task ReadAsync(IAsyncEnumerable<long> stream)
    {
        var last = 0L;
        await foreach (var number in stream)
        {
            if (number != ++last)
            {
                throw new InvalidOperationException($"Entry {number} came where {last} was due.");
            }

            if (Interlocked.Increment(ref _received) == Interlocked.Read(ref _goal))
            {
                _reached.TrySetResult();
            }
        }
    }
}
