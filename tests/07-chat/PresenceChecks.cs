using System.Runtime.CompilerServices;
using Workshop.Chat;
using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class PresenceChecks
{
    [Fact, Trait("Todo", "07.5")]
    public async Task Says_who_comes_and_goes()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var listener = await lab.ListenAsync();
            using var ada = await lab.JoinAsync("ada");
            using var bob = await lab.JoinAsync("bob");
            await bob.LeaveAsync();
            await listener.UntilLeftAsync("bob");
            ada.Dispose();
            await listener.UntilLeftAsync("ada");
            using var late = await lab.ListenAsync();
            check.Note("ada gets", ada.Show());
            check.Note("bob gets", bob.Show());
            check.Note("another", listener.Show());
            check.Note("holes", listener.Holes());
            check.Note("after all", late.Show());
        });

        await check.MatchAsync("Publish `joined` with the first session of a member, and `left` with the end of its last.");
    }

    [Fact, Trait("Todo", "07.5")]
    public async Task A_member_with_two_sessions_comes_and_goes_once()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var listener = await lab.ListenAsync();
            var laptop = await lab.JoinAsync("ada");
            var phone = await lab.JoinAsync("ada");
            await phone.LeaveAsync();
            await phone.EndAsync();
            await laptop.SayAsync("still here");
            await listener.UntilTextAsync("still here");
            using var bob = await lab.JoinAsync("bob");
            laptop.Dispose();
            await listener.UntilLeftAsync("ada");
            check.Note("phone", string.Join(", ", phone.Events.Where(happened => happened.Present is not null).SelectMany(happened => happened.Present.Names)));
            check.Note("bob finds", bob.Show());
            check.Note("another", listener.Show());
        });

        await check.MatchAsync("Count the sessions of each member: the end of a session is counted once, whoever says goodbye besides.");
    }

    [Fact, Trait("Todo", "07.5")]
    public async Task Is_exact_after_many_abrupt_ends()
    {
        const int Members = 30;
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var listener = await lab.ListenAsync();
            var sessions = await Task.WhenAll(Enumerable.Range(1, Members).Select(member => lab.JoinAsync($"m{member:00}")));
            using (var full = await lab.ListenAsync())
            {
                check.Note("in", $"{full.Events[^1].Present.Names.Count} members");
            }

            // The even ones are cut, in the middle of a text or not; the odd ones stay.
            await Task.WhenAll(sessions.Where((_, i) => i % 4 == 1).Select(session => session.SayAsync("in the middle of")));
            foreach (var session in sessions.Where((_, i) => i % 2 == 1))
            {
                session.Dispose();
            }

            var reading = listener.UntilTextAsync("end");
            await check.SeeAsync(
                $"After {Members / 2} of them were cut, {Members / 2} members are in the room",
                () => Task.FromResult(listener.LeftCount == Members / 2 ? null : $"{Members - listener.LeftCount} members"),
                "The session's place is given back however the session ends: the result of Arrive is disposed.");
            using (var now = await lab.ListenAsync())
            {
                check.Note("in", $"{now.Events[^1].Present.Names.Count} members");
            }

            await lab.SayAsync("bot", "end");
            await reading;
            check.Note("joined", Distinct(listener.Events.Where(happened => happened.Joined is not null).Select(happened => happened.Joined.Name)));
            check.Note("left", Distinct(listener.Events.Where(happened => happened.Left is not null).Select(happened => happened.Left.Name)));
            foreach (var session in sessions)
            {
                session.Dispose();
            }
        });

        await check.MatchAsync("Every session that ends is counted, once.");

        static string Distinct(IEnumerable<string> names)
        {
            var all = names.ToList();
            return $"{all.Count}, {all.Distinct().Count()} different ones";
        }
    }

    [Fact, Trait("Todo", "07.5")]
    public async Task Nobody_comes_between_the_count_and_its_event()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            var time = new PublishMoment();
            var log = new RoomLog(new RoomHistory("room", new ChatOptions()), time);
            var presence = new Presence(log);
            var (listener, next) = (new Follower(), Task.CompletedTask);
            log.Follow(listener);
            IDisposable? phone = null;
            time.Next = () => next = Meanwhile.Do(() =>
            {
                phone = presence.Arrive("ada");
                log.Publish(new RoomEvent { Said = new Said { Name = "ada", Text = "hi" } });
            });
            var laptop = presence.Arrive("ada");
            await next;
            phone?.Dispose();
            time.Next = () => next = Meanwhile.Do(() => presence.Arrive("ada"));
            laptop.Dispose();
            await next;
            check.Note("ada", "begins a session, and another one when `joined` is about to be published, which says hi");
            check.Note("then", "both end, and a new one begins when `left` is about to be published");
            check.Note("the others", listener.Show());
            check.Note("in the room", string.Join(' ', log.Follow(new Follower()).Names));
        });

        await check.MatchAsync("Publish under the lock that counts: else another session speaks before `joined`, or `joined` of a new one comes before `left` of the old one.");
    }

    [Fact, Trait("Todo", "07.5")]
    public async Task Keeps_no_name_of_who_has_gone()
    {
        const int Names = 100;
        await using var check = new LabCheck();

        await check.CallAsync(() =>
        {
            // One event is kept, and it is the last guest's.
            var presence = new Presence(new RoomLog(new RoomHistory("room", new ChatOptions { HistoryEvents = 1 }), TimeProvider.System));
            var names = ComeAndGo(presence, Names);
            presence.Arrive("the last guest").Dispose();
            var kept = Kept.Count(names);
            GC.KeepAlive(presence);
            check.Note("come and go", $"{Names} members with different names");
            check.Note("in memory", kept == 0 ? "none of these names" : $"{kept} of these names");
            return Task.CompletedTask;
        });

        await check.MatchAsync("With the end of a member's last session, remove its name, too: the list would grow for as long as the server runs.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] ComeAndGo(Presence presence, int names) => [.. Enumerable.Range(1, names).Select(i =>
    {
        var name = $"guest-{i}";
        presence.Arrive(name).Dispose();
        return new WeakReference(name);
    })];
}
