using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>Whatever is sent, an answer has the words of the contract, and never UNKNOWN or INTERNAL.</summary>
public sealed class FuzzedSessionsTests
{
    private const int AtOnce = 8;

    private static readonly int Calls = LongRun.Is ? 50_000 : 1_000;

    private static readonly Gen<string> Rooms = Mostly("tea", "coffee", "", "a b", "../x", new string('r', 33), "t\u00e9a", "\0");
    private static readonly Gen<string> Texts = Mostly("hello", "", "\0\e[2J", "\ud83d\ude00", new string('x', 131_072), new string('x', 131_073));
    private static readonly Gen<long> Places = Gen.Elements(0L, 1L, 5L, -1L, long.MinValue, long.MaxValue);

    private static readonly Gen<Resume?> Resumes = Gen.OneOf(
        Gen.Constant<Resume?>(null),
        Gen.Constant<Resume?>(null),
        Gen.Constant<Resume?>(null),
        from id in Gen.Elements("", "another", new string('i', 65))
        from place in Places
        select (Resume?)new Resume { RoomId = id, LastSeq = place });

    private static readonly Gen<IMessage> Joins =
        from room in Rooms
        from history in Mostly(0, 1, -1, int.MaxValue)
        from resume in Resumes
        select (IMessage)new ChatRequest { Join = new Join { Room = room, History = history, Resume = resume } };

    private static readonly Gen<IMessage> Later = Gen.OneOf(
        Texts.Select(text => (IMessage)new ChatRequest { Say = new Say { Text = text } }),
        Texts.Select(text => (IMessage)new ChatRequest { Say = new Say { Text = text } }),
        Gen.Constant<IMessage>(new ChatRequest { Leave = new Leave() }),
        Gen.Constant<IMessage>(new ChatRequest()),
        Joins);

    private static readonly Gen<(string Method, IMessage[] Messages)> Good = Gen.OneOf(
        from first in Joins
        from later in Later.ListOf(3)
        select ("Chat", (IMessage[])[first, .. later]),
        Later.ListOf(2).Select(messages => ("Chat", messages.ToArray())),
        (from room in Rooms from text in Texts select (IMessage)new SendMessagesRequest { Room = room, Text = text }).ListOf(3)
            .Select(messages => ("SendMessages", messages.ToArray())));

    // Half of them as they are, half with other bytes in their last message, or cut off.
    private static readonly Gen<(string Method, byte[][] Messages)> All = Gen.OneOf(
        Good.Select(call => (call.Method, Array.ConvertAll(call.Messages, message => message.ToByteArray()))),
        from call in Good
        from bytes in ArbMap.Default.GeneratorFor<byte[]>()
        from place in Gen.Choose(0, 100)
        select (call.Method, Broken(Array.ConvertAll(call.Messages, message => message.ToByteArray()), bytes ?? [], place)));

    [Fact]
    public async Task Calls_end_in_the_words_of_the_contract_and_leave_nobody_behind()
    {
        await using var host = await ChatHost.StartAsync("--Chat:SaysPerSecond=1000000", "--Chat:MaxStreamsPerMember=100");
        var statuses = new Dictionary<string, int>();

        foreach (var some in All.Sample(Calls).Chunk(AtOnce))
        {
            foreach (var (status, words) in await Task.WhenAll(some.Select(call => RawChatCalls.AnswerAsync(host, call.Method, call.Messages))))
            {
                Assert.False(status.StartsWith("Unknown", StringComparison.Ordinal) || status.StartsWith("Internal", StringComparison.Ordinal), $"{status}: {words}");
                Assert.False(RawChatCalls.Inside().IsMatch(words), $"{status}: {words}");
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Value} {status.Key}")));
        Assert.Equal(Calls, statuses.Values.Sum());
        Assert.True(statuses.GetValueOrDefault("OK") > Calls / 20, "Hardly anything was allowed: the test shows little.");
        using var watch = await host.WatchAsync();
        Assert.Empty(watch.Tally.Names);
    }

    private static Gen<T> Mostly<T>(T usual, params T[] others) => Gen.Frequency((5, Gen.Constant(usual)), (1, Gen.Elements(others)));

    private static byte[][] Broken(byte[][] messages, byte[] bytes, int place)
    {
        if (messages.Length == 0)
        {
            return [bytes];
        }

        var last = messages[^1];
        var at = last.Length * place / 100;
        return [.. messages[..^1], [.. last[..at], .. bytes, .. last[Math.Min(last.Length, at + bytes.Length)..]]];
    }
}
