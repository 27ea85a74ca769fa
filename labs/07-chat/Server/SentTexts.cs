using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>The texts of one <c>SendMessages</c>.</summary>
internal sealed class SentTexts(
    IncomingMessages<SendMessagesRequest> messages, RequestRules rules, ChatOptions options, TimeProvider time)
{
    /// <summary>Reads the first message, and leaves its text for <see cref="SayAllAsync"/>.</summary>
    /// <returns>The room that it names.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or DEADLINE_EXCEEDED.</exception>
    public async Task<string> FirstRoomAsync(CancellationToken stop)
    {
        if (!await NextAsync(stop))
        {
            throw ChatErrors.NothingSent();
        }

        RequestRules.CheckRoom("room", messages.Current.Room);
        return messages.Current.Room;
    }

    /// <summary>Says all texts, the first one too.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or DEADLINE_EXCEEDED. What was said before stays.</exception>
    public async Task<SendMessagesResponse> SayAllAsync(string name, RoomLog log, CancellationToken stop)
    {
        var rate = new SayRate(options.SaysPerSecond, time);
        var room = messages.Current.Room;
        var summary = new SendMessagesResponse();
        do
        {
            if (messages.Current.Room.Length > 0 && messages.Current.Room != room)
            {
                throw ChatErrors.RoomChanged();
            }

            var text = messages.Current.Text;
            rules.CheckText("text", text, summary.Said);
            await rate.WaitAsync(stop);
            summary.LastSeq = log.Publish(new RoomEvent { Said = new Said { Name = name, Text = text } });
            summary.FirstSeq = summary.FirstSeq == 0 ? summary.LastSeq : summary.FirstSeq;
            summary.Said++;
        }
        while (await NextAsync(stop));

        return summary;
    }

    private async Task<bool> NextAsync(CancellationToken stop)
    {
        using var pause = new CancellationTokenSource(options.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, stop);
        try
        {
            return await messages.NextAsync(either.Token);
        }
        catch (OperationCanceledException) when (pause.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw ChatErrors.SendTooSlow(options.SendTimeout);
        }
    }
}
