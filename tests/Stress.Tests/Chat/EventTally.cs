using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>Counts the events that a client gets, over one session or several, and fails where one is missing without <c>missed</c>, came
/// twice, or in another order.</summary>
internal sealed class EventTally
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private long? _last;

    /// <summary>Where another session can go on; null before the first <c>present</c>.</summary>
    public Resume? Resume { get; private set; }

    public long LastSeq => _last ?? 0;

    /// <summary>How many texts came.</summary>
    public long Said { get; private set; }

    /// <summary>How many events came with a number of their own: texts, and who came and went.</summary>
    public long Happened { get; private set; }

    /// <summary>How many did not come, as the server said.</summary>
    public long Missed { get; private set; }

    /// <summary>Who is in the room.</summary>
    public IReadOnlySet<string> Names => _names;

    public void Add(RoomEvent happened)
    {
        switch (happened.EventCase)
        {
            case RoomEvent.EventOneofCase.Missed:
                Assert.True(happened.Missed.HasCount && happened.Missed.Count > 0, $"After {_last}: {happened}");
                Assert.True(_last + happened.Missed.Count == happened.Seq, $"After {_last}: {happened}");
                Missed += happened.Missed.Count;
                break;
            case RoomEvent.EventOneofCase.Present:
                Assert.True((_last ?? happened.Seq) == happened.Seq, $"After {_last}: {happened}");
                _names.Clear();
                _names.UnionWith(happened.Present.Names);
                Resume = new Resume { RoomId = happened.Present.RoomId };
                break;
            case RoomEvent.EventOneofCase.Kicked:
                Assert.Equal(_last, happened.Seq);
                break;
            default:
                Assert.True((_last ?? happened.Seq - 1) + 1 == happened.Seq, $"After {_last}: {happened.EventCase} {happened.Seq}");
                Happened++;
                Count(happened);
                break;
        }

        _last = happened.Seq;
        if (Resume is not null)
        {
            Resume.LastSeq = happened.Seq;
        }
    }

    private void Count(RoomEvent happened)
    {
        switch (happened)
        {
            case { Joined.Name: var name }:
                Assert.True(_names.Add(name) || Missed > 0, $"{name} came twice.");
                break;
            case { Left.Name: var name }:
                Assert.True(_names.Remove(name) || Missed > 0, $"{name} went, and was not there.");
                break;
            default:
                Said++;
                break;
        }
    }
}
