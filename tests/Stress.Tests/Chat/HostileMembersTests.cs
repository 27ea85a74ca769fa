using System.IO.Compression;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Workshop.Chat;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>Clients that break the rules: each gets a status with a reason, as the contract says.</summary>
public sealed class HostileMembersTests
{
    private const int LongestText = 128 * 1024;
    private const int Flood = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly ChatRequest Joining = new() { Join = new Join { Room = ChatHost.Room } };

    // A field that the contract does not have, as a later version of it may.
    private static readonly byte[] UnknownEvent = [0x7A, 0x00];

    /// <summary>What is sent, message by message, and the status.</summary>
    public static TheoryData<string, byte[][], string> Sessions => new()
    {
        { "nothing", [], "FailedPrecondition JOIN_FIRST" },
        { "an empty message", [[]], "FailedPrecondition JOIN_FIRST" },
        { "say first", [Say("hello")], "FailedPrecondition JOIN_FIRST" },
        { "leave first", [new ChatRequest { Leave = new Leave() }.ToByteArray()], "FailedPrecondition JOIN_FIRST" },
        { "an unknown event first", [UnknownEvent], "FailedPrecondition JOIN_FIRST" },
        { "join twice", [Join("tea"), Join("tea")], "FailedPrecondition JOINED_ALREADY" },
        { "an unknown event", [Join("tea"), UnknownEvent], "InvalidArgument EVENT_MISSING" },
        { "an empty event", [Join("tea"), []], "InvalidArgument EVENT_MISSING" },
        { "the longest name of a room", [Join(new string('r', 32))], "OK" },
        { "a longer name", [Join(new string('r', 33))], "InvalidArgument ROOM_INVALID" },
        { "a huge name", [Join(new string('r', 100_000))], "InvalidArgument ROOM_INVALID" },
        { "no name", [Join("")], "InvalidArgument ROOM_INVALID" },
        { "a line feed", [Join("tea\n")], "InvalidArgument ROOM_INVALID" },
        { "a path", [Join("../tea")], "InvalidArgument ROOM_INVALID" },
        { "letters beyond ASCII", [Join("t\u00e9a")], "InvalidArgument ROOM_INVALID" },
        { "a room of bytes that are no UTF-8", [[0x0A, 3, 0x0A, 1, 0xFF]], "InvalidArgument MESSAGE_UNREADABLE|InvalidArgument ROOM_INVALID" },
        { "history below 0", [new ChatRequest { Join = new Join { Room = "tea", History = -1 } }.ToByteArray()], "InvalidArgument HISTORY_OUTSIDE" },
        { "all history", [new ChatRequest { Join = new Join { Room = "tea", History = int.MaxValue } }.ToByteArray()], "OK" },
        { "a place below 0", [Resume("", -1)], "InvalidArgument RESUME_INVALID" },
        { "a long id of a room", [Resume(new string('i', 65), 0)], "InvalidArgument RESUME_INVALID" },
        { "the id of another room", [Resume(new string('i', 64), long.MaxValue)], "OK" },
        { "an empty text", [Join("tea"), Say("")], "InvalidArgument TEXT_INVALID" },
        { "the longest text", [Join("tea"), Say(new string('t', LongestText))], "OK" },
        { "a longer text", [Join("tea"), Say(new string('t', LongestText + 1))], "InvalidArgument TEXT_INVALID" },
        { "a longer text beyond ASCII", [Join("tea"), Say(new string('\u20ac', LongestText / 3 + 1))], "InvalidArgument TEXT_INVALID" },
        { "a huge text", [Join("tea"), Say(new string('t', 8 << 20))], "ResourceExhausted" },
        { "a text of bytes that are no UTF-8", [Join("tea"), [0x12, 3, 0x0A, 1, 0xFF]], "InvalidArgument MESSAGE_UNREADABLE|OK" },
        { "a field that ends too early", [Join("tea"), [0x12, 100, 0x0A]], "InvalidArgument MESSAGE_UNREADABLE" },
        { "a wire type that does not exist", [[0x0F]], "InvalidArgument MESSAGE_UNREADABLE" },
        { "controls and zeros", [Join("tea"), Say("\0\e[2J\r\n\u202e")], "OK" },
    };

    /// <summary>What stands in the call's metadata, and the status.</summary>
    public static TheoryData<string, string, string> Tokens
    {
        get
        {
            var (own, others) = (new byte[32], new byte[32]);
            others[0] = 1;
            var good = new MemberTokens(own, TimeProvider.System).Make("ada");
            return new()
            {
                { "a good one", $"Bearer {good}", "OK" },
                { "none", "", "Unauthenticated TOKEN_MISSING" },
                { "no token", "Bearer ", "Unauthenticated TOKEN_MISSING" },
                { "another scheme", $"Basic {good}", "Unauthenticated TOKEN_MISSING" },
                { "another key", $"Bearer {new MemberTokens(others, TimeProvider.System).Make("ada")}", "Unauthenticated TOKEN_INVALID" },
                { "another name", $"Bearer {good.Replace("ada", "bob", StringComparison.Ordinal)}", "Unauthenticated TOKEN_INVALID" },
                { "a longer life", $"Bearer {string.Join('.', good.Split('.')[0], "99999999999", good.Split('.')[2])}", "Unauthenticated TOKEN_INVALID" },
                { "no signature", $"Bearer {good[..good.LastIndexOf('.')]}.", "Unauthenticated TOKEN_INVALID" },
                { "two parts", "Bearer ada.1", "Unauthenticated TOKEN_INVALID" },
                { "dots", "Bearer ....", "Unauthenticated TOKEN_INVALID" },
                { "a huge one", $"Bearer {new string('a', 8_000)}", "Unauthenticated TOKEN_INVALID" },
                { "an old one", $"Bearer {new MemberTokens(own, new Past()).Make("ada")}", "Unauthenticated TOKEN_EXPIRED" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task A_session_ends_as_the_contract_says(string what, byte[][] messages, string status)
    {
        await using var host = await ChatHost.StartAsync();

        var (got, words) = await RawChatCalls.AnswerAsync(host, "Chat", messages);

        Assert.True(status.Split('|').Contains(got), $"{what}: {got} {words}");
        Assert.False(RawChatCalls.Inside().IsMatch(words), words);
        using var watch = await host.WatchAsync();
        Assert.Empty(watch.Tally.Names);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_token_that_is_not_good_is_refused_by_each_method(string what, string authorization, string status)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.key");
        await File.WriteAllBytesAsync(file, new byte[32], TestContext.Current.CancellationToken);
        await using var host = await ChatHost.StartAsync($"--Chat:KeyFile={file}");
        var headers = new Metadata();
        if (authorization.Length > 0)
        {
            headers.Add("authorization", authorization);
        }

        using var chat = host.Client.Chat(headers);
        using var subscribe = host.Client.Subscribe(new SubscribeRequest { Room = ChatHost.Room }, headers);
        using var send = host.Client.SendMessages(headers);
        string[] got =
        [
            await ChatHost.StatusAsync(async () =>
            {
                await TrySendAsync(() => chat.RequestStream.WriteAsync(Joining));
                await chat.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
            }),
            await ChatHost.StatusAsync(() => subscribe.ResponseStream.MoveNext(TestContext.Current.CancellationToken)),
            await ChatHost.StatusAsync(async () =>
            {
                await TrySendAsync(() => send.RequestStream.WriteAsync(new SendMessagesRequest { Room = ChatHost.Room, Text = "hello" }));
                await TrySendAsync(send.RequestStream.CompleteAsync);
                await send;
            }),
        ];

        File.Delete(file);
        Assert.All(got, one => Assert.True(one == status, $"{what}: {one}"));
    }

    [Fact]
    public async Task Who_says_nothing_at_all_is_not_waited_for()
    {
        await using var host = await ChatHost.StartAsync("--Chat:JoinTimeout=00:00:00.2", "--Chat:SendTimeout=00:00:00.2");
        using var chat = host.Client.Chat(host.Key.HeadersOf("ada"));
        using var send = host.Client.SendMessages(host.Key.HeadersOf("ada"));
        using var pausing = host.Client.SendMessages(host.Key.HeadersOf("ada"));
        await pausing.RequestStream.WriteAsync(new SendMessagesRequest { Room = ChatHost.Room, Text = "hello" }, TestContext.Current.CancellationToken);

        Assert.Equal("DeadlineExceeded JOIN_TOO_LATE", await ChatHost.StatusAsync(() => chat.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
        Assert.Equal("DeadlineExceeded SEND_TOO_SLOW", await ChatHost.StatusAsync(async () => await send));
        Assert.Equal("DeadlineExceeded SEND_TOO_SLOW", await ChatHost.StatusAsync(async () => await pausing));
    }

    [Theory]
    [InlineData("ada", ChatHost.Room, 4, "TOO_MANY_STREAMS")]
    [InlineData("member-#", ChatHost.Room, 10, "TOO_MANY_STREAMS")]
    [InlineData("member-#", "room-#", 3, "TOO_MANY_ROOMS")]
    [InlineData("member-#", ChatHost.Room, 2, "ROOM_FULL")]
    public async Task Of_a_flood_as_many_calls_are_served_as_are_allowed(string name, string room, int served, string reason)
    {
        await using var host = await ChatHost.StartAsync(
            "--Chat:MaxStreamsPerMember=4",
            $"--Chat:MaxStreams={(reason == "TOO_MANY_STREAMS" ? 10 : 1000)}",
            $"--Chat:MaxRooms={(reason == "TOO_MANY_ROOMS" ? served : 1000)}",
            $"--Chat:MaxSessionsPerRoom={(reason == "ROOM_FULL" ? served : 1000)}");

        // Those that are served stay open until all have been decided.
        var calls = Enumerable.Range(0, Flood).Select(number => host.WatchAsync(Numbered(name, number), Numbered(room, number))).ToList();
        var statuses = await Task.WhenAll(calls.Select(call => ChatHost.StatusAsync(() => call))).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(served, statuses.Count(status => status == "OK"));
        Assert.Equal(Flood - served, statuses.Count(status => status == $"ResourceExhausted {reason}"));
        foreach (var call in calls)
        {
            if (call.IsFaulted)
            {
                var refusal = await Assert.ThrowsAsync<RpcException>(() => call);
                Assert.NotNull(refusal.GetRpcStatus()?.GetDetail<RetryInfo>());
            }
            else
            {
                (await call).Dispose();
            }
        }
    }

    [Theory]
    [InlineData("Chat")]
    [InlineData("SendMessages")]
    [InlineData("Subscribe")]
    public async Task A_message_that_cannot_be_read_has_a_reason(string method)
    {
        await using var host = await ChatHost.StartAsync();
        var authorization = ("authorization", host.Key.HeadersOf("ada").GetValue("authorization")!);
        Task<string> StatusAsync(byte[] body, params (string, string)[] headers) =>
            RawUserCalls.StatusAsync(host.Address, $"{RawChatCalls.Service}/{method}", body, [authorization, .. headers]);

        string[] got =
        [
            await StatusAsync(RawUserCalls.Frame([0xFF])),
            await StatusAsync(RawUserCalls.Frame([1, 2, 3], isCompressed: true), ("grpc-encoding", "gzip")),
            await StatusAsync(RawUserCalls.Frame(Join("tea"))[..^1]),
            await StatusAsync(RawUserCalls.Frame(Join("tea"))[..3]),
        ];

        Assert.Equal(Enumerable.Repeat("InvalidArgument MESSAGE_UNREADABLE", got.Length), got);
    }

    [Theory]
    [InlineData("Chat")]
    [InlineData("SendMessages")]
    public async Task A_message_is_as_large_as_it_is_without_its_compression(string method)
    {
        await using var host = await ChatHost.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(Say(new string('t', 32 << 20)), TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            "ResourceExhausted",
            await RawUserCalls.StatusAsync(
                host.Address,
                $"{RawChatCalls.Service}/{method}",
                RawUserCalls.Frame(packed.ToArray(), isCompressed: true),
                ("authorization", host.Key.HeadersOf("ada").GetValue("authorization")!),
                ("grpc-encoding", "gzip")));
    }

    private static byte[] Join(string room) => new ChatRequest { Join = new Join { Room = room } }.ToByteArray();

    private static byte[] Say(string text) => new ChatRequest { Say = new Say { Text = text } }.ToByteArray();

    private static byte[] Resume(string id, long seq) =>
        new ChatRequest { Join = new Join { Room = "tea", Resume = new Resume { RoomId = id, LastSeq = seq } } }.ToByteArray();

    // A call that is refused at once refuses writes, too.
    private static async Task TrySendAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception exception) when (exception is RpcException or InvalidOperationException)
        {
            // The call has the status.
        }
    }

    private static string Numbered(string name, int number) => name.Replace("#", $"{number}", StringComparison.Ordinal);

    /// <summary>The day before yesterday.</summary>
    private sealed class Past : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(-2);
    }
}
