using Grpc.Core;
using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>A session of a member.</summary>
internal sealed class Session(LabCheck check, AsyncDuplexStreamingCall<ChatRequest, ChatResponse> call) : EventReader(
    check,
    "Look at TwoLoops.RunAsync (task 07.4) first: both loops run at the same time, and neither waits for the other one. Then look for who puts the event into the queue.")
{
    public Task SendAsync(ChatRequest request) => call.RequestStream.WriteAsync(request);

    public Task SayAsync(string text) => SendAsync(new ChatRequest { Say = new Say { Text = text } });

    public Task LeaveAsync() => SendAsync(new ChatRequest { Leave = new Leave() });

    /// <summary>Closes this side of the stream.</summary>
    public Task CloseAsync() => call.RequestStream.CompleteAsync();

    protected override async Task<RoomEvent?> NextAsync(CancellationToken cancellationToken) =>
        await call.ResponseStream.MoveNext(cancellationToken) ? call.ResponseStream.Current.Event : null;

    /// <summary>Ends the call as a cut does: the server hears nothing of it but that the stream is reset.</summary>
    public override void Dispose() => call.Dispose();
}
