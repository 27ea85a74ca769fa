using Grpc.Core;
using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>Somebody who subscribes to a room.</summary>
internal sealed class Listener(LabCheck check, AsyncServerStreamingCall<SubscribeResponse> call) : EventReader(
    check, "Look at what MemberQueue.SendAsync (task 07.3) waits for, and then for who puts the event into the queue.")
{
    protected override async Task<RoomEvent?> NextAsync(CancellationToken cancellationToken) =>
        await call.ResponseStream.MoveNext(cancellationToken) ? call.ResponseStream.Current.Event : null;

    public override void Dispose() => call.Dispose();
}
