using Grpc.Core;
using Workshop.Chat.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>A user in a room, over as many sessions as it takes.</summary>
internal sealed class Conversation(
    ChatService.ChatServiceClient client, ClientOptions options, IUser user, string room, int history, CancellationToken leave)
{
    // After `leave`, the server sends what waits, and its status.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly RoomView _view = new();
    private int _failures;
    private bool _hasLeft;

    /// <summary>Stays in the room until the user leaves.</summary>
    /// <exception cref="RpcException">The server refused, or did not come back.</exception>
    public async Task RunAsync()
    {
        while (true)
        {
            try
            {
                await RunSessionAsync();
                return;
            }
            // A session that breaks, or hangs, while the user leaves has ended well enough. One that was refused has not.
            catch (RpcException failure) when (_hasLeft && (failure.StatusCode is StatusCode.Cancelled || StreamRetries.IsTemporary(failure)))
            {
                return;
            }
            catch (RpcException failure) when (StreamRetries.Delay(failure, ++_failures, options.Retries) is { } delay)
            {
                user.Show(RetrySentence.Of(failure));
                if (!await WaitAsync(delay))
                {
                    return;
                }
            }
        }
    }

    private async Task RunSessionAsync()
    {
        using var goodbye = new CancellationTokenSource();
        var join = new Join { Room = room, History = history, Resume = _view.Resume };
        var first = new ChatRequest { Join = join };
        await ChatLoops.RunAsync(
            client.Chat(options.Headers, cancellationToken: goodbye.Token),
            async end =>
            {
                if (first is not null)
                {
                    (var request, first) = (first, null);
                    return request;
                }

                return _hasLeft ? null : await NextAsync(goodbye, end);
            },
            Show);
    }

    private async Task<ChatRequest?> NextAsync(CancellationTokenSource goodbye, CancellationToken end)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(leave, end);
        while (true)
        {
            string? line;
            try
            {
                line = await user.NextLineAsync(either.Token);
            }
            catch (OperationCanceledException) when (leave.IsCancellationRequested)
            {
                line = null;
            }

            switch (line)
            {
                case null or "/leave":
                    _hasLeft = true;
                    goodbye.CancelAfter(LongestGoodbye);
                    return new ChatRequest { Leave = new Leave() };
                case "/who":
                    user.Show($"* Here: {user.Lines.Names(_view.Names)}");
                    break;
                case "":
                    break;
                case ['/', not '/', ..]:
                    user.Show("* /who shows who is here, /leave ends. Write // for a text that begins with /");
                    break;
                default:
                    return new ChatRequest { Say = new Say { Text = line.StartsWith('/') ? line[1..] : line } };
            }
        }
    }

    private void Show(RoomEvent happened)
    {
        var isKnown = happened.Present is not null && _view.Resume is not null;
        _view.Add(happened);
        _failures = 0;
        // After a cut, the list is news for the program alone.
        if (!isKnown)
        {
            user.Show(user.Lines.Of(happened));
        }
    }

    private async Task<bool> WaitAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, leave);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
