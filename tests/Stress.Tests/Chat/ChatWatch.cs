using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>Somebody who hears what happens in a room and is not in it.</summary>
internal sealed class ChatWatch(AsyncServerStreamingCall<SubscribeResponse> call) : IDisposable
{
    /// <summary>What has come.</summary>
    public EventTally Tally { get; } = new();

    /// <summary>Subscribes, and reads until all that is kept has come.</summary>
    public static async Task<ChatWatch> OpenAsync(ChatService.ChatServiceClient client, Metadata headers, string room)
    {
        var watch = new ChatWatch(client.Subscribe(new SubscribeRequest { Room = room }, headers));
        try
        {
            await watch.UntilAsync(happened => happened.Present is not null);
            return watch;
        }
        catch (RpcException)
        {
            watch.Dispose();
            throw;
        }
    }

    /// <summary>Reads until a condition holds after an event.</summary>
    public async Task UntilAsync(Func<RoomEvent, bool> isLast)
    {
        RoomEvent happened;
        do
        {
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None), "The stream ended with OK.");
            happened = call.ResponseStream.Current.Event;
            Tally.Add(happened);
        }
        while (!isLast(happened));
    }

    public void Dispose() => call.Dispose();
}
