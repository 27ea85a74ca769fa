using System.IO.Pipelines;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>Sends events to one client, one after the other: gRPC does not allow two writes at once.</summary>
/// <remarks>An event is first held in memory, and sent by <see cref="FlushAsync"/> together with those behind it: a hundred events that wait
/// then cost one packet and not a hundred. What is held is bounded, because from time to time an event flushes.</remarks>
internal sealed class EventStream
{
    private const int MostHeld = 32 * 1024;

    private readonly Func<ChatResponse, Task> _write;
    private readonly PipeWriter _pipe;
    private readonly SlowMember _slow;
    private readonly TimeProvider _time;
    private int _held;
    private int _isWriting;

    private EventStream(Func<ChatResponse, Task> write, ServerCallContext context, SlowMember slow, TimeProvider time)
    {
        (_write, _slow, _time) = (write, slow, time);
        _pipe = context.GetHttpContext().Response.BodyWriter;
    }

    /// <summary>The number of the last event that was sent.</summary>
    public long LastSeq { get; private set; }

    /// <summary>Makes the stream of a <c>Chat</c>.</summary>
    public static EventStream Of(
        IServerStreamWriter<ChatResponse> stream, ServerCallContext context, SlowMember slow, TimeProvider time)
    {
        // Only into memory. The flush is this class's.
        stream.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
        return new EventStream(stream.WriteAsync, context, slow, time);
    }

    /// <summary>Makes the stream of a <c>Subscribe</c>.</summary>
    public static EventStream Of(
        IServerStreamWriter<SubscribeResponse> stream, ServerCallContext context, SlowMember slow, TimeProvider time)
    {
        stream.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
        return new EventStream(
            message => stream.WriteAsync(new SubscribeResponse { Event = message.Event }), context, slow, time);
    }

    /// <summary>Sends an event of the room, at the latest with the next <see cref="FlushAsync"/>.</summary>
    /// <exception cref="OperationCanceledException">The loop shall end.</exception>
    /// <exception cref="RpcException">The client takes nothing.</exception>
    public Task SendAsync(RoomEntry entry, CancellationToken stop) => SendAsync(entry.Message, entry.WireBytes, stop);

    /// <summary>Sends that events are missing.</summary>
    /// <param name="seq">The number of the last of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="stop">Cancelled when the loop shall end.</param>
    public Task SendMissedAsync(long seq, long count, CancellationToken stop) => SendAsync(ServerEvents.Missed(seq, count, _time.GetUtcNow()), stop);

    /// <summary>Sends an event that is this client's alone.</summary>
    public Task SendAsync(RoomEvent happened, CancellationToken stop) =>
        SendAsync(new ChatResponse { Event = happened }, happened.CalculateSize(), stop);

    /// <summary>Sends what is held, and waits until the client takes it, or until it is a few packets behind.</summary>
    /// <exception cref="OperationCanceledException">The loop shall end.</exception>
    /// <exception cref="RpcException">The client takes nothing.</exception>
    public async Task FlushAsync(CancellationToken stop)
    {
        Begin();
        try
        {
            _held = 0;
            // Without a token: to cancel a flush resets the stream, and the client would not learn why.
            var flush = _pipe.FlushAsync(CancellationToken.None);
            if (flush.IsCompleted)
            {
                await flush;
                return;
            }

            await _slow.WaitAsync(flush.AsTask(), this, stop);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Holds the session's last event, which goes out with the status. It does not wait: the client may not read at all.</summary>
    public void HoldKicked(Kicked.Types.Reason reason)
    {
        // A client that is gone gets nothing, and the write is refused.
        _ = _write(new ChatResponse { Event = ServerEvents.Kicked(LastSeq, reason, _time.GetUtcNow()) });
    }

    private async Task SendAsync(ChatResponse message, int bytes, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        Begin();
        try
        {
            await _write(message);
            LastSeq = message.Event.Seq;
            _held += bytes;
        }
        finally
        {
            End();
        }

        if (_held >= MostHeld)
        {
            await FlushAsync(stop);
        }
    }

    // gRPC refuses the second write alone, and only while the first waits. Here both fail at once, so that nobody overlooks it.
    private void Begin()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) == 1)
        {
            throw new InvalidOperationException("Two writes at once: a stream has one writer.");
        }
    }

    private void End() => Volatile.Write(ref _isWriting, 0);
}
