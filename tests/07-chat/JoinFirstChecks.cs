using Grpc.Core;
using Workshop.Chat;
using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class JoinFirstChecks
{
    [Fact, Trait("Todo", "07.1")]
    public async Task The_first_message_of_a_session_is_join()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var call = lab.Recorded.Chat(lab.HeadersOf("ada"));
            await call.RequestStream.WriteAsync(new ChatRequest { Say = new Say { Text = "hello" } });
            await call.ResponseStream.MoveNext(CancellationToken.None);
        });
        await check.CallAsync(async () =>
        {
            using var call = lab.Recorded.Chat(lab.HeadersOf("ada"));
            await call.RequestStream.CompleteAsync();
            await call.ResponseStream.MoveNext(CancellationToken.None);
        });

        await check.MatchAsync("Anything but `join` is ChatErrors.JoinFirst, and a stream that ends before its first message too.");
    }

    [Fact, Trait("Todo", "07.1")]
    public async Task Waits_for_join_only_so_long()
    {
        var limit = TimeSpan.FromSeconds(7);
        await using var check = new LabCheck();
        var time = check.UseTime(new WatchedTime(limit));
        var lab = await ChatLab.StartAsync(check, "--Chat:JoinTimeout=00:00:07");

        await check.CallAsync(async () =>
        {
            using var session = lab.Open("ada");
            var end = session.EndAsync();
            await check.SeeAsync(
                "The server waits 7 s for the first message, by its TimeProvider",
                () => Task.FromResult(time.Waiting > 0 || end.IsCompleted ? null : "it waits for no time"),
                "new CancellationTokenSource(limit, time) is cancelled when the time has passed.");
            time.Advance(limit - TimeSpan.FromMilliseconds(1));
            check.Note("before 7 s", end.IsCompleted ? "the call has ended" : "the server waits");
            time.Advance(TimeSpan.FromMilliseconds(2));
            check.Note("after 7 s", await end);
        });

        await check.MatchAsync("When the limit has passed, and nothing else has ended the session, it is ChatErrors.JoinTooLate.");
    }

    [Fact, Trait("Todo", "07.1")]
    public async Task Nobody_is_too_late_for_a_server_that_stops()
    {
        var limit = TimeSpan.FromSeconds(7);
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            var time = new ManualTime();
            using var stop = new CancellationTokenSource();
            var messages = new IncomingMessages<ChatRequest>(new SilentStream(() =>
            {
                stop.Cancel();
                time.Advance(limit);
            }));
            check.Note("while it waits", "the server stops, and then the 7 s have passed, too");
            try
            {
                await JoinFirst.ReadAsync(messages, limit, time, stop.Token);
                check.Note("ReadAsync", "returns");
            }
            catch (OperationCanceledException)
            {
                check.Note("ReadAsync", "throws OperationCanceledException");
            }
        });

        await check.MatchAsync("Where `stop` was cancelled, nobody is too late: ask both tokens in the filter of the catch.");
    }

    [Fact, Trait("Todo", "07.1")]
    public async Task Who_speaks_comes_from_the_token()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);
        var adas = lab.HeadersOf("ada").GetValue("authorization")!;
        var parts = adas.Split('.');

        await check.CallAsync(async () =>
        {
            await NoteAsync("no token", null);
            await NoteAsync("no token of this server", "Bearer eve.4102444800.aaaa");
            await NoteAsync("ada's token, with eve's name", $"Bearer eve.{parts[1]}.{parts[2]}");
            await NoteAsync("ada's token, for longer", $"{parts[0]}.9{parts[1]}.{parts[2]}");
            await NoteAsync("ada's token, twice", $"{adas}, {adas}");
            await NoteAsync("ada's token", adas);
        });

        await check.MatchAsync("The server knows who calls before it reads a message: Server/MemberTokens.cs. Then the first message has to be `join`.");

        async Task NoteAsync(string sent, string? authorization)
        {
            var headers = new Metadata();
            if (authorization is not null)
            {
                headers.Add("authorization", authorization);
            }

            using var session = new Session(check, new ChatService.ChatServiceClient(check.Unrecorded).Chat(headers, ChatLab.Deadline));
            var end = session.EndAsync();
            try
            {
                await session.SayAsync("hello");
            }
            catch (RpcException)
            {
                // The server has refused before it read the message.
            }

            check.Note("sent", sent);
            check.Note("answer", await end);
        }
    }
}
