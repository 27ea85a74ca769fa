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
    public static Task RunAsync(
        AsyncDuplexStreamingCall<ChatRequest, ChatResponse> call,
        Func<CancellationToken, Task<ChatRequest?>> next,
        Action<RoomEvent> show)
    {
        // TODO 07.6: start both loops. When the server has ended the call, end the other one, and throw how the call ended.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 07.6 is not done yet. See labs/07-chat/README.md."));
    }

    private static Task ReadAsync(IAsyncStreamReader<ChatResponse> stream, Action<RoomEvent> show)
    {
        // Task 07.6 as well: show each event.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 07.6 is not done yet. See labs/07-chat/README.md."));
    }

    private static Task WriteAsync(
        IClientStreamWriter<ChatRequest> stream, Func<CancellationToken, Task<ChatRequest?>> next, CancellationToken end)
    {
        // Task 07.6 as well: send what `next` gives; when nothing follows, close this side.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 07.6 is not done yet. See labs/07-chat/README.md."));
    }
}
