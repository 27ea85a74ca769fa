using System.Diagnostics;
using Workshop.Chat;

namespace Workshop.Bench.Chat;

/// <summary>The members of a room, who all read all the time, and of whom the first one talks. Each must get every text once, in order:
/// a hole is an error here.</summary>
internal sealed class ChatGroup : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // A client takes 450 (JSON) to 800 bytes (gRPC) of memory for each text that it gets; who talks takes more, once.
    private const long BytesOfDelivery = 1024;
    private const long BytesBesides = 64 << 20;

    // 100 bytes.
    private static readonly string Text = new('t', 100);

    private readonly IReadOnlyList<ChatMember> _members;
    private readonly Task[] _reading;
    private ChatRound _round = new(0, 0, 1);

    private ChatGroup(IReadOnlyList<ChatMember> members)
    {
        _members = members;
        _reading = [.. members.Select((member, index) => Task.Run(() => ReadAsync(member, index)))];
    }

    /// <summary>All of them join.</summary>
    /// <param name="kind">The kind of server.</param>
    /// <param name="server">Where it listens.</param>
    /// <param name="members">How many there are.</param>
    /// <param name="tokens">Makes their tokens.</param>
    public static async Task<ChatGroup> JoinAsync(string kind, Uri server, int members, MemberTokens tokens)
    {
        var joined = new List<ChatMember>();
        for (var member = 0; member < members; member++)
        {
            var name = $"member-{member}";
            joined.Add(await ChatMember.JoinAsync(kind, server, name, tokens.Make(name)));
        }

        return new ChatGroup(joined);
    }

    /// <summary>The first member says texts until all members have so many.</summary>
    /// <param name="texts">How many texts.</param>
    /// <param name="window">How many texts may be on their way: a text is, until every member has it.</param>
    /// <returns>How long it took, and the delay of each delivery, sorted.</returns>
    /// <exception cref="InvalidOperationException">There is not enough memory for a round without a garbage collection, or the round took more
    /// than was kept free for it.</exception>
    public async Task<(TimeSpan Time, TimeSpan[] Delays)> TalkAsync(int texts, int window)
    {
        var round = new ChatRound(_members.Count, texts, window);
        Volatile.Write(ref _round, round);
        // All members run in this process. They would wait for each other's garbage, as programs of their own do not. Where each text is waited
        // for, 500 members take 12 KiB for a delivery: too much to keep.
        if (window > 1 && !GC.TryStartNoGCRegion((_members.Count * texts * BytesOfDelivery) + BytesBesides))
        {
            throw new InvalidOperationException("There is not enough memory for a round without a garbage collection.");
        }

        var watch = Stopwatch.StartNew();
        await await Task.WhenAny(SayAsync(round), Task.WhenAny(_reading).Unwrap()).WaitAsync(Limit);
        var time = watch.Elapsed;
        if (window > 1)
        {
            GC.EndNoGCRegion();
        }

        return (time, round.Delays());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in _members)
        {
            member.Dispose();
        }

        await Task.WhenAll(_reading).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task SayAsync(ChatRound round)
    {
        while (await round.BeginAsync())
        {
            await _members[0].SayAsync(Text);
        }
    }

    private async Task ReadAsync(ChatMember member, int index)
    {
        long? last = null;
        while (true)
        {
            var (seq, text) = await member.NextAsync();
            if (seq != (last ?? seq - 1) + 1 || text != Text)
            {
                throw new InvalidOperationException($"Text {seq} came after text {last}, with {text.Length} characters.");
            }

            last = seq;
            Volatile.Read(ref _round).Receive(index);
        }
    }
}
