using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class ResumptionChecks
{
    [Fact, Trait("Todo", "07.9")]
    public async Task Goes_on_after_a_cut()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check, "--Chat:HistoryEvents=5");

        await check.CallAsync(async () =>
        {
            var first = await lab.ListenAsync();
            await lab.SayAsync("bot", "one");
            await first.UntilTextAsync("one");
            first.Dispose();
            await lab.SayAsync("bot", "two", "three");
            using var second = await lab.ListenAsync(resume: first.Resume);
            check.Note("after a cut", second.Show());
            using var again = await lab.ListenAsync(resume: second.Resume, history: 5);
            check.Note("after all", again.Show());
            await lab.SayAsync("bot", "four", "five", "six", "seven", "eight", "nine", "ten");
            using var late = await lab.ListenAsync(resume: second.Resume);
            check.Note("too late", late.Show());
            check.Note("missing", Last(late));
            check.Note("holes", late.Holes());
            var edge = second.Resume;
            edge.LastSeq = 5;
            using var justInTime = await lab.ListenAsync(resume: edge);
            check.Note("just in time", justInTime.Show());
        });

        await check.MatchAsync("By numbers: what is kept after last_seq; and where the oldest kept event is not the next one, how many are missing before it.");
    }

    [Fact, Trait("Todo", "07.9")]
    public async Task Does_not_guess()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check, "--Chat:HistoryEvents=1");

        await check.CallAsync(async () =>
        {
            await lab.SayAsync("bot", "one", "two");
            using var other = await lab.ListenAsync(resume: new Resume { RoomId = "another", LastSeq = 700 });
            check.Note("another room", other.Show());
            check.Note("missing", Last(other));
            foreach (var last in (int[])[2, 3, -1])
            {
                using var listener = lab.Listen(resume: new Resume { RoomId = other.Resume.RoomId, LastSeq = last });
                try
                {
                    await listener.UntilAsync(happened => happened.Present is not null);
                    check.Note($"after {last}", listener.Show());
                }
                catch (Grpc.Core.RpcException failure)
                {
                    check.Note($"after {last}", $"{failure.StatusCode} {ServiceDefaults.ErrorDomain.ReasonOf(failure)}");
                }
            }

            var future = new Resume { RoomId = other.Resume.RoomId, LastSeq = 3 };
            using var subscribed = lab.Listen(resume: future);
            check.Note("Subscribe", $"{await subscribed.EndAsync()}, {subscribed.Field}");
            using var joined = await lab.JoinUnreadAsync("ada", resume: future);
            check.Note("Chat", $"{await joined.EndAsync()}, {joined.Field}");
        });

        check.IfReceived("Chat", ", resume.last_seq", "The field is a path from the request, and `path` is all of it but the last part: join.resume in a Chat.");
        await check.MatchAsync("A room with another id has other events, and nobody knows how many are missing. An event that has not happened yet is RESUME_INVALID.");
    }

    [Fact, Trait("Todo", "07.9")]
    public async Task Announces_nobody_twice()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var listener = await lab.ListenAsync();
            using var old = await lab.JoinAsync("ada");
            await old.SayAsync("one");
            await old.UntilTextAsync("one");
            await lab.SayAsync("bot", "two");
            // The server does not know yet that the old session's connection is dead.
            using var next = await lab.JoinAsync("ada", resume: old.Resume);
            await next.SayAsync("three");
            await next.UntilTextAsync("three");
            old.Dispose();
            await next.LeaveAsync();
            await listener.UntilLeftAsync("ada");
            check.Note("the new session", next.Show());
            check.Note("the others", listener.Show());
        });

        await check.MatchAsync("What comes first is decided by numbers; who is there, by the count of sessions.");
    }

    private static string Last(EventReader reader) =>
        reader.Events.FirstOrDefault(happened => happened.Missed is not null) is { } missed ? $"up to event {missed.Seq}" : "nothing";
}
