using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Sends the messages of one stream, one after the other: gRPC does not allow two writes at once.</summary>
internal sealed class TailWriter(
    IServerStreamWriter<StreamLogsResponse> stream, string start, TimeSpan stallLimit, TimeProvider time, CancellationToken stop)
{
    // What is held back is in memory, and there is back-pressure only at a flush. In UTF-16 code units, which is exact enough.
    private const int LongestHeld = 96 * 1024;

    private static readonly WriteOptions Flush = new();
    private static readonly WriteOptions Hold = new(WriteFlags.BufferHint);

    private StreamLogsResponse? _waiting;
    private int _held;
    private long _lastSent = time.GetTimestamp();
    private Task _write = Task.CompletedTask;
    private bool _isShared;

    /// <summary>The cursor of the last message that was sent; empty before the first message of a stream without a start cursor.
    /// </summary>
    public string Cursor { get; private set; } = start;

    /// <summary>Sends an entry, together with the next message if there is one. Behind the last one, call
    /// <c>FlushAsync</c>.</summary>
    /// <exception cref="EntryGoneException">It was let go.</exception>
    /// <exception cref="OperationCanceledException">The stream shall end.</exception>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the client has not read anything for too long.</exception>
    public Task SendAsync(LogRecord record)
    {
        var message = record.StreamMessage;
        var write = _waiting is { } before ? WriteAsync(before, _held < LongestHeld ? Hold : Flush) : Task.CompletedTask;
        _waiting = message;
        _held += record.Length;
        return write;
    }

    /// <summary>Sends a message that is not an entry: a gap together with the entry behind it, any other at once.</summary>
    public async Task SendAsync(StreamLogsResponse message)
    {
        await FlushAsync(Hold);
        if (message.Gap is not null)
        {
            // Were it flushed, the entry behind it might be let go meanwhile.
            _waiting = message;
            return;
        }

        await WriteAsync(message, Flush);
    }

    /// <summary>Sends what waits for a next message.</summary>
    public Task FlushAsync() => FlushAsync(Flush);

    /// <summary>Whether nothing was sent for so long.</summary>
    public bool IsSilentFor(TimeSpan silence) => time.GetElapsedTime(_lastSent) >= silence;

    /// <summary>How long to wait until nothing was sent for so long. When that is so already: the whole time again.</summary>
    public TimeSpan TimeToSilence(TimeSpan silence)
    {
        var left = silence - time.GetElapsedTime(_lastSent);
        // A timer cuts off what is less than a millisecond: a wait of no time would be repeated at once.
        return left > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : silence;
    }

    private Task FlushAsync(WriteOptions writeOptions)
    {
        var last = _waiting;
        _waiting = null;
        return last is null ? Task.CompletedTask : WriteAsync(last, writeOptions);
    }

    private Task WriteAsync(StreamLogsResponse message, WriteOptions writeOptions)
    {
        stop.ThrowIfCancellationRequested();
        // gRPC refuses the second write alone. Then the loop whose write came first would not notice that messages are lost.
        _isShared |= !_write.IsCompleted;
        if (_isShared)
        {
            throw new InvalidOperationException("Two writes at once: a stream has one writer.");
        }

        _held = writeOptions == Hold ? _held : 0;
        stream.WriteOptions = writeOptions;
        // Without a token: cancelling a write resets the stream, and the client would not learn why.
        _write = stream.WriteAsync(message);
        // Also of a write that waits: the message is on its way, and the client gets it before the status.
        Cursor = message.Cursor;
        _lastSent = time.GetTimestamp();
        return _write.IsCompletedSuccessfully ? Task.CompletedTask : WaitAsync(_write);
    }

    private async Task WaitAsync(Task write)
    {
        try
        {
            await write.WaitAsync(stallLimit, stop);
        }
        catch (TimeoutException)
        {
            throw TailErrors.SlowReader(stallLimit, Cursor);
        }
    }
}
