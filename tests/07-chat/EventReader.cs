using Google.Rpc;
using Grpc.Core;
using Workshop.Chat.V1;
using Workshop.Harness;
using Workshop.ServiceDefaults;

namespace Workshop.Checks;

/// <summary>A stream of a room's events, of which a check reads only as much as it asks for.</summary>
/// <remarks>What does not come in time is not waited for: the call is cancelled, so that it does not delay the verdict.</remarks>
/// <param name="check">The check.</param>
/// <param name="next">What a student should look at when an event does not come.</param>
internal abstract class EventReader(LabCheck check, string next) : IDisposable
{
    private const string NextWithoutEnd = "Look for what the session still waits for: TwoLoops.RunAsync (task 07.4) ends when both of its loops have.";

    private readonly List<RoomEvent> _events = [];
    private readonly Dictionary<string, string> _facts = [];
    private int _left;

    /// <summary>How many times somebody has gone. It may be asked for while another thread reads.</summary>
    public int LeftCount => Volatile.Read(ref _left);

    /// <summary>The facts of the refusal that <see cref="EndAsync"/> has seen.</summary>
    public IReadOnlyDictionary<string, string> Facts => _facts;

    /// <summary>What came so far.</summary>
    public IReadOnlyList<RoomEvent> Events => _events;

    /// <summary>The texts that came so far.</summary>
    public IReadOnlyList<string> Texts => [.. _events.Where(happened => happened.Said is not null).Select(happened => happened.Said.Text)];

    /// <summary>Where another session can go on.</summary>
    public Resume Resume => new()
    {
        RoomId = _events.Last(happened => happened.Present is not null).Present.RoomId,
        LastSeq = _events[^1].Seq,
    };

    /// <summary>The field that this refusal names.</summary>
    public string? Field { get; private set; }

    /// <summary>Reads until an event has come, or the stream ends.</summary>
    /// <param name="isLast">Whether it is this one.</param>
    /// <param name="expected">What comes then, as a sentence.</param>
    /// <param name="instead">What a student should look at when it does not; null for what all events have in common.</param>
    public async Task UntilAsync(Func<RoomEvent, bool> isLast, string expected = "The next event comes", string? instead = null)
    {
        var limit = check.Patience;
        using var patience = new CancellationTokenSource(limit);
        while (await NextInTimeAsync(expected, instead ?? next, limit, patience.Token) is { } happened)
        {
            _events.Add(happened);
            if (happened.Left is not null)
            {
                Interlocked.Increment(ref _left);
            }

            if (isLast(happened))
            {
                return;
            }
        }
    }

    /// <summary>Reads until a text has come.</summary>
    public Task UntilTextAsync(string text) => UntilAsync(
        happened => happened.Said?.Text == text, text.Length > 100 ? "A long text comes" : $"The text '{text}' comes");

    /// <summary>Reads until somebody has gone.</summary>
    public Task UntilLeftAsync(string name) => UntilAsync(happened => happened.Left?.Name == name, $"(left {name}) comes", NextWithoutEnd);

    /// <summary>Reads to the end.</summary>
    /// <returns>The status, and the reason behind it.</returns>
    public async Task<string> EndAsync()
    {
        try
        {
            await UntilAsync(_ => false, "The server ends the call", NextWithoutEnd);
            return "OK";
        }
        catch (RpcException failure)
        {
            Field = failure.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.FirstOrDefault()?.Field;
            foreach (var (key, value) in failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Metadata ?? [])
            {
                _facts[key] = value;
            }

            return $"{failure.StatusCode} {ErrorDomain.ReasonOf(failure)}".TrimEnd();
        }
    }

    /// <summary>An event, in short.</summary>
    public static string Show(RoomEvent happened) => happened.EventCase switch
    {
        RoomEvent.EventOneofCase.Said => $"{happened.Said.Name}: {(happened.Said.Text.Length > 100 ? "(a long text)" : happened.Said.Text)}",
        RoomEvent.EventOneofCase.Joined => $"(joined {happened.Joined.Name})",
        RoomEvent.EventOneofCase.Left => $"(left {happened.Left.Name})",
        RoomEvent.EventOneofCase.Missed => $"(missed {(happened.Missed.HasCount ? happened.Missed.Count : "?")})",
        RoomEvent.EventOneofCase.Present => $"(present {string.Join(' ', happened.Present.Names)})".Replace(" )", ")", StringComparison.Ordinal),
        RoomEvent.EventOneofCase.Kicked => $"(kicked {happened.Kicked.Reason})",
        _ => "(nothing)",
    };

    /// <summary>What came, in short.</summary>
    public string Show() => string.Join(", ", _events.Select(Show));

    /// <summary>What came, in short, without what tells who is there.</summary>
    public string ShowWithoutPresence() => string.Join(
        ", ", _events.Where(happened => happened.Joined is null && happened.Left is null).Select(happened => happened.Present is null ? Show(happened) : "(present)"));

    /// <summary>Whether the numbers follow each other, those that were missed counted in.</summary>
    /// <returns>The first fault, or <c>none</c>.</returns>
    public string Holes()
    {
        long? last = null;
        foreach (var happened in _events)
        {
            var expected = happened.EventCase switch
            {
                RoomEvent.EventOneofCase.Missed => last + happened.Missed.Count,
                RoomEvent.EventOneofCase.Present or RoomEvent.EventOneofCase.Kicked => last,
                _ => last + 1,
            };
            if (expected is { } number && number != happened.Seq)
            {
                return $"after event {last} came {Show(happened)} with the number {happened.Seq}, and not {number}";
            }

            last = happened.Seq;
        }

        return "none";
    }

    public abstract void Dispose();

    protected abstract Task<RoomEvent?> NextAsync(CancellationToken cancellationToken);

    private async Task<RoomEvent?> NextInTimeAsync(string expected, string advice, TimeSpan limit, CancellationToken patience)
    {
        try
        {
            return await NextAsync(patience);
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Cancelled && patience.IsCancellationRequested)
        {
            var last = _events.Count == 0 ? "no event at all" : $"no event after {Show(_events[^1])}";
            throw check.Unseen(expected, limit, $"{last}, and the check gave up", advice);
        }
    }
}
