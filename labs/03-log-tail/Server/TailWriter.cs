using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Sends the messages of one stream, one after the other: two writes at once are an error of gRPC.</summary>
internal sealed class TailWriter(
    IServerStreamWriter<StreamLogsResponse> stream, string start, TimeSpan stallLimit, CancellationToken stop)
{
    // What is held back lies in memory, and back-pressure is felt at a flush alone. In characters, which is near enough.
    private const int MostHeld = 32 * 1024;
    private const int RestOfMessage = 64;

    private static readonly WriteOptions Flush = new();
    private static readonly WriteOptions Hold = new(WriteFlags.BufferHint);

    private int _held;

    /// <summary>Where the client stands that has read everything so far; empty while that is before the first message.
    /// </summary>
    public string Cursor { get; private set; } = start;

    /// <summary>Sends a message.</summary>
    /// <param name="message">What to send; others may send the same object.</param>
    /// <param name="more">Another one follows at once: this one may wait for it, and both go in one packet.</param>
    /// <exception cref="OperationCanceledException">The stream has come to its end.</exception>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the client has not read anything for too long.</exception>
    public Task SendAsync(StreamLogsResponse message, bool more = false)
    {
        stop.ThrowIfCancellationRequested();
        _held += RestOfMessage + (message.Entry is { } entry ? entry.Message.Length + entry.Exception.Length : 0);
        var isHeld = more && _held < MostHeld;
        _held = isHeld ? _held : 0;
        stream.WriteOptions = isHeld ? Hold : Flush;
        // Without a token: one that is cancelled while a write waits resets the stream, and the client never learns why.
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
