using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Sends the messages of one stream, one after the other: gRPC does not allow two writes at once.</summary>
internal sealed class TailWriter(
    IServerStreamWriter<StreamLogsResponse> stream, string start, TimeSpan stallLimit, CancellationToken stop)
{
    // What is held back is in memory, and there is back-pressure only at a flush. Counted in characters, which is exact enough.
    private const int MaxHeldCharacters = 32 * 1024;
    private const int OtherFieldsCharacters = 64;

    private static readonly WriteOptions Flush = new();
    private static readonly WriteOptions Hold = new(WriteFlags.BufferHint);

    private int _held;

    /// <summary>The cursor of the last message that was sent; empty before the first message of a stream without a start cursor.
    /// </summary>
    public string Cursor { get; private set; } = start;

    /// <summary>Sends a message.</summary>
    /// <param name="message">What to send; other streams may send the same object.</param>
    /// <param name="more">Another message follows at once: this one may wait for it, and both share a packet.</param>
    /// <exception cref="OperationCanceledException">The stream shall end.</exception>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the client has not read anything for too long.</exception>
    public Task SendAsync(StreamLogsResponse message, bool more = false)
    {
        stop.ThrowIfCancellationRequested();
        _held += OtherFieldsCharacters + (message.Entry is { } entry ? entry.Message.Length + entry.Exception.Length : 0);
        var isHeld = more && _held < MaxHeldCharacters;
        _held = isHeld ? _held : 0;
        stream.WriteOptions = isHeld ? Hold : Flush;
        // Without a token: cancelling a write resets the stream, and the client would not learn why.
        var write = stream.WriteAsync(message);
        if (!write.IsCompletedSuccessfully)
        {
            return WaitAsync(write, message.Cursor);
        }

        Cursor = message.Cursor;
        return Task.CompletedTask;
    }

    private async Task WaitAsync(Task write, string cursor)
    {
        try
        {
            await write.WaitAsync(stallLimit, stop);
            Cursor = cursor;
        }
        catch (TimeoutException)
        {
            throw TailErrors.SlowReader(stallLimit, Cursor);
        }
    }
}
