using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>A session of which a test reads only as much as it asks for.</summary>
internal sealed class ChatSession(AsyncDuplexStreamingCall<ChatRequest, ChatResponse> call, EventTally tally) : IDisposable
{
    /// <summary>What has come.</summary>
    public EventTally Tally => tally;

    /// <summary>Joins, and reads until the member is in the room.</summary>
    public static async Task<ChatSession> JoinAsync(ChatService.ChatServiceClient client, Metadata headers, Join join)
    {
        var session = await BeginAsync(client, headers, join, new EventTally());
        await session.UntilAsync(happened => happened.Present is not null);
        return session;
    }

    /// <summary>Asks to join, and reads nothing.</summary>
    /// <param name="client">The client.</param>
    /// <param name="headers">The member's metadata.</param>
    /// <param name="join">The first message.</param>
    /// <param name="tally">What came in earlier sessions, if there were some.</param>
    public static async Task<ChatSession> BeginAsync(ChatService.ChatServiceClient client, Metadata headers, Join join, EventTally tally)
    {
        var session = new ChatSession(client.Chat(headers), tally);
        await session.SendAsync(new ChatRequest { Join = join });
        return session;
    }

    public Task SayAsync(string text) => SendAsync(new ChatRequest { Say = new Say { Text = text } });

    public Task LeaveAsync() => SendAsync(new ChatRequest { Leave = new Leave() });

    public Task SendAsync(ChatRequest request) => call.RequestStream.WriteAsync(request);

    /// <summary>Says texts, and reads in the same measure: so many more are said than have come back, or were missed.</summary>
    /// <param name="text">Makes the text of a number, counted from 0.</param>
    /// <param name="texts">How many.</param>
    /// <param name="window">How many may be on their way.</param>
    public async Task TalkAsync(Func<int, string> text, int texts, int window)
    {
        for (var (said, start) = (0, tally.LastSeq); said < texts || tally.LastSeq < start + texts;)
        {
            if (said < texts && said < tally.LastSeq - start + window)
            {
                await SayAsync(text(said++));
            }
            else
            {
                await NextAsync();
            }
        }
    }

    /// <summary>Reads the next event.</summary>
    public async Task<RoomEvent> NextAsync()
    {
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None), "The session ended with OK.");
        tally.Add(call.ResponseStream.Current.Event);
        return call.ResponseStream.Current.Event;
    }

    /// <summary>Reads until an event has come.</summary>
    public async Task<RoomEvent> UntilAsync(Func<RoomEvent, bool> isLast)
    {
        while (true)
        {
            if (await NextAsync() is var happened && isLast(happened))
            {
                return happened;
            }
        }
    }

    /// <summary>Reads to the end.</summary>
    /// <exception cref="RpcException">How it ended, if not with OK.</exception>
    public async Task EndAsync()
    {
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            tally.Add(call.ResponseStream.Current.Event);
        }
    }

    /// <summary>Cancels the call, if it has not ended.</summary>
    public void Dispose() => call.Dispose();
}
