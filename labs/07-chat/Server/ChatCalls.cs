using Grpc.Core;
using Workshop.Chat.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>Handles the calls of <c>workshop.chat.v1.ChatService</c>.</summary>
[BindServiceMethod(typeof(BytesOnce), nameof(BytesOnce.Bind))]
internal sealed class ChatCalls(
    MemberTokens tokens,
    OpenStreams streams,
    RoomDirectory rooms,
    RequestRules rules,
    ShutdownDrain drain,
    ChatOptions options,
    TimeProvider time,
    IHostApplicationLifetime lifetime) : ChatService.ChatServiceBase
{
    private readonly SlowMember _slow = new(options.StallLimit, time);

    public override async Task Chat(
        IAsyncStreamReader<ChatRequest> requestStream, IServerStreamWriter<ChatResponse> responseStream, ServerCallContext context)
    {
        drain.Track(context);
        var name = tokens.NameOf(context);
        using var place = streams.Enter(name);
        using var end = new SessionEnd(context.CancellationToken, lifetime.ApplicationStopping);
        var stream = EventStream.Of(responseStream, context, _slow, time);
        try
        {
            var messages = new IncomingMessages<ChatRequest>(requestStream);
            var join = await JoinFirst.ReadAsync(messages, options.JoinTimeout, time, end.Token);
            RequestRules.CheckRoom("join.room", join.Room);
            RequestRules.CheckStart("join.", join.History, join.Resume);
            using var seat = rooms.Enter(join.Room, out var room);
            var queue = NewQueue();
            using var following = new Place(() => room.Log.Leave(queue));
            var opening = new OpeningEvents(room.Log.Follow(queue), join.History, join.Resume, "join.resume", time);
            using var attendance = room.Presence.Arrive(name);
            await TwoLoops.RunAsync(
                async stop =>
                {
                    await ReadAsync(messages, name, room.Log, stop);
                    SessionEnd.SayGoodbye(attendance, queue);
                },
                async stop => await queue.SendAsync(await opening.SendAsync(stream, stop), stream, stop),
                end.Token);
        }
        catch (Exception exception) when (IsEnd(exception, context))
        {
            throw end.Reason(stream);
        }
    }

    public override async Task Subscribe(
        SubscribeRequest request, IServerStreamWriter<SubscribeResponse> responseStream, ServerCallContext context)
    {
        drain.Track(context);
        UnreadableSubscriptions.IsRead(context);
        using var place = streams.Enter(tokens.NameOf(context));
        RequestRules.CheckRoom("room", request.Room);
        RequestRules.CheckStart("", request.History, request.Resume);
        using var end = new SessionEnd(context.CancellationToken, lifetime.ApplicationStopping);
        var stream = EventStream.Of(responseStream, context, _slow, time);
        try
        {
            using var seat = rooms.Enter(request.Room, out var room);
            var queue = NewQueue();
            using var following = new Place(() => room.Log.Leave(queue));
            var opening = new OpeningEvents(room.Log.Follow(queue), request.History, request.Resume, "resume", time);
            await queue.SendAsync(await opening.SendAsync(stream, end.Token), stream, end.Token);
        }
        catch (Exception exception) when (IsEnd(exception, context))
        {
            throw end.Reason(stream);
        }
    }

    public override async Task<SendMessagesResponse> SendMessages(
        IAsyncStreamReader<SendMessagesRequest> requestStream, ServerCallContext context)
    {
        drain.Track(context);
        var name = tokens.NameOf(context);
        using var place = streams.Enter(name);
        using var end = new SessionEnd(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            var texts = new SentTexts(new IncomingMessages<SendMessagesRequest>(requestStream), rules, options, time);
            using var seat = rooms.Enter(await texts.FirstRoomAsync(end.Token), out var room);
            return await texts.SayAllAsync(name, room.Log, end.Token);
        }
        catch (Exception exception) when (IsEnd(exception, context))
        {
            throw end.Reason(null);
        }
    }

    // A write to a client that is gone may also throw "the request is complete".
    private static bool IsEnd(Exception exception, ServerCallContext context) =>
        exception is OperationCanceledException || (exception is not RpcException && context.CancellationToken.IsCancellationRequested);

    private async Task ReadAsync(IncomingMessages<ChatRequest> messages, string name, RoomLog log, CancellationToken stop)
    {
        var rate = new SayRate(options.SaysPerSecond, time);
        while (await messages.NextAsync(stop))
        {
            switch (messages.Current.EventCase)
            {
                case ChatRequest.EventOneofCase.Say:
                    var text = messages.Current.Say.Text;
                    rules.CheckText("say.text", text);
                    await rate.WaitAsync(stop);
                    // The name is the token's. To believe a name in a message is to let everybody be anybody.
                    log.Publish(new RoomEvent { Said = new Said { Name = name, Text = text } });
                    break;
                case ChatRequest.EventOneofCase.Leave:
                    return;
                case ChatRequest.EventOneofCase.Join:
                    throw ChatErrors.JoinedAlready();
                default:
                    throw ChatErrors.EventMissing();
            }
        }
    }

    private MemberQueue NewQueue() => new(options.QueueEvents, options.QueueBytes);
}
