using Grpc.Core;
using Workshop.Chat;
using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>The lab's server, and members who call it. Nothing of it is recorded, unless its name says so.</summary>
internal sealed class ChatLab
{
    /// <summary>The room of the checks.</summary>
    public const string Room = "tea";

    private readonly LabCheck _check;
    private readonly MemberTokens _tokens;
    private readonly ChatService.ChatServiceClient _client;

    private ChatLab(LabCheck check, MemberTokens tokens, CallInvoker recorded)
    {
        (_check, _tokens) = (check, tokens);
        _client = new ChatService.ChatServiceClient(check.Unrecorded);
        Recorded = new ChatService.ChatServiceClient(recorded);
    }

    /// <summary>Its calls are recorded.</summary>
    public ChatService.ChatServiceClient Recorded { get; }

    /// <summary>When a call has taken too long.</summary>
    public static DateTime Deadline => DateTime.UtcNow + LabCheck.Limit;

    /// <summary>Starts the server, with a key of its own.</summary>
    public static async Task<ChatLab> StartAsync(LabCheck check, params string[] settings)
    {
        var key = Path.Combine(check.MakeFolder(), "chat.key");
        var calls = await check.StartAsync(ChatApp.Create, ["--Chat:KeyFile", key, .. settings]);
        return new ChatLab(check, new MemberTokens(TokenKey.Open(key), TimeProvider.System), calls);
    }

    /// <summary>The metadata of a member's calls.</summary>
    public Metadata HeadersOf(string name)
    {
        var token = _tokens.Make(name);
        _check.ShowAs(token, $"TOKEN-OF-{name}");
        return new Metadata { { "authorization", $"Bearer {token}" } };
    }

    /// <summary>Opens a session, and sends nothing yet.</summary>
    public Session Open(string name) => new(_check, _client.Chat(HeadersOf(name), Deadline));

    /// <summary>Opens a session, sends <c>join</c>, and reads nothing yet.</summary>
    public async Task<Session> JoinUnreadAsync(string name, int history = 0, Resume? resume = null, string room = Room)
    {
        var session = Open(name);
        await session.SendAsync(new ChatRequest { Join = new Join { Room = room, History = history, Resume = resume } });
        return session;
    }

    /// <summary>Opens a session, joins, and reads until it is in.</summary>
    public async Task<Session> JoinAsync(string name, int history = 0, Resume? resume = null, string room = Room)
    {
        var session = await JoinUnreadAsync(name, history, resume, room);
        await session.UntilAsync(happened => happened.Present is not null, $"After `join`, {name} gets `present`");
        return session;
    }

    /// <summary>Subscribes, and reads until new events follow.</summary>
    public async Task<Listener> ListenAsync(int history = 0, Resume? resume = null, string name = "listener")
    {
        var listener = Listen(history, resume, name);
        await listener.UntilAsync(happened => happened.Present is not null, "Who subscribes gets `present`");
        return listener;
    }

    /// <summary>Subscribes, and reads nothing yet.</summary>
    public Listener Listen(int history = 0, Resume? resume = null, string name = "listener") => new(
        _check, _client.Subscribe(new SubscribeRequest { Room = Room, History = history, Resume = resume }, HeadersOf(name), Deadline));

    /// <summary>Waits until bob gets a place in the room.</summary>
    /// <param name="expected">When he gets it, as a sentence.</param>
    /// <param name="next">What a student should look at when he does not.</param>
    public Task SeePlaceAsync(string expected, string next) => _check.SeeAsync(
        expected,
        async () =>
        {
            // A session that is refused while it sends is reset, and Kestrel takes many of those for an attack.
            using var listener = Listen(name: "bob");
            try
            {
                await listener.UntilAsync(_ => true);
                return null;
            }
            catch (RpcException failure)
            {
                return $"{failure.StatusCode} for bob";
            }
        },
        next);

    /// <summary>Says texts, without being in the room.</summary>
    public async Task<SendMessagesResponse> SayAsync(string name, params IEnumerable<string> texts)
    {
        // Nobody in the room may hold up who says something.
        using var call = _client.SendMessages(HeadersOf(name), DateTime.UtcNow + _check.Patience);
        foreach (var text in texts)
        {
            await call.RequestStream.WriteAsync(new SendMessagesRequest { Room = Room, Text = text });
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }
}
