using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>The client's side of a session: reads and writes at the same time.</summary>
internal static class ChatLoops
{
    /// <summary>Runs both loops until the server has ended the call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="next">The next message of this client, <c>join</c> first; null when nothing follows. It may wait for as long as a user
    /// thinks.</param>
    /// <param name="show">Shows an event.</param>
    /// <exception cref="RpcException">How the call ended, if not with OK.</exception>
    public static async Task RunAsync(
        AsyncDuplexStreamingCall<ChatRequest, ChatResponse> call,
        Func<CancellationToken, Task<ChatRequest?>> next,
        Action<RoomEvent> show)
    {
        using var end = new CancellationTokenSource();
        var writing = WriteAsync(call.RequestStream, next, end.Token);
        var reading = ReadAsync(call.ResponseStream, show);
        try
        {
            if (await Task.WhenAny(reading, writing) == writing)
            {
                // A fault on this side, such as of the keyboard. One of the call is known to the other loop.
                await writing;
            }

            await reading;
        }
        finally
        {
            // Whatever ended first ends the other: a call without an end stays open on the server.
            await end.CancelAsync();
            call.Dispose();
            await Task.WhenAll(reading, writing).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private static async Task ReadAsync(IAsyncStreamReader<ChatResponse> stream, Action<RoomEvent> show)
    {
        await foreach (var response in stream.ReadAllAsync())
        {
            show(response.Event);
        }
    }

    private static async Task WriteAsync(
        IClientStreamWriter<ChatRequest> stream, Func<CancellationToken, Task<ChatRequest?>> next, CancellationToken end)
    {
        while (await next(end) is { } request)
        {
            try
            {
                await stream.WriteAsync(request, end);
            }
            catch (Exception exception) when (exception is RpcException or InvalidOperationException or IOException)
            {
                // The call is over. Why, only the reading loop learns.
                return;
            }
        }

        await stream.CompleteAsync();
    }
}
