using System.Diagnostics;
using System.Threading.Channels;

namespace Workshop.Bench.Chat;

/// <summary>A round: which texts are on their way, and how long each of them took to each member.</summary>
internal sealed class ChatRound
{
    private readonly int _members;
    private readonly int _texts;
    private readonly int _window;
    private readonly Channel<bool> _free = Channel.CreateUnbounded<bool>();
    private readonly long[] _sent;
    private readonly int[] _due;
    private readonly int[] _received;
    private readonly long[] _delays;
    private int _begun;

    public ChatRound(int members, int texts, int window)
    {
        (_members, _texts, _window) = (members, texts, window);
        (_sent, _due, _received, _delays) = (new long[window], new int[window], new int[members], new long[members * texts]);
        for (var place = 0; place < window; place++)
        {
            _free.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits until one more text may be sent, and notes the time.</summary>
    /// <returns>False: all texts have been sent, and all members have them.</returns>
    public async Task<bool> BeginAsync()
    {
        if (_begun == _texts)
        {
            for (var place = 0; place < _window; place++)
            {
                await _free.Reader.ReadAsync();
            }

            return false;
        }

        await _free.Reader.ReadAsync();
        var slot = _begun++ % _window;
        _due[slot] = _members;
        Volatile.Write(ref _sent[slot], Stopwatch.GetTimestamp());
        return true;
    }

    /// <summary>Notes that a member has its next text.</summary>
    public void Receive(int member)
    {
        var number = _received[member]++;
        var slot = number % _window;
        _delays[(number * _members) + member] = Stopwatch.GetTimestamp() - Volatile.Read(ref _sent[slot]);
        if (Interlocked.Decrement(ref _due[slot]) == 0)
        {
            _free.Writer.TryWrite(true);
        }
    }

    /// <summary>The delay of each delivery, sorted.</summary>
    public TimeSpan[] Delays()
    {
        Array.Sort(_delays);
        return Array.ConvertAll(_delays, delay => Stopwatch.GetElapsedTime(0, delay));
    }
}
