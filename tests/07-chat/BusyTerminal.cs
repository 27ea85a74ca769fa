using Workshop.Chat;

namespace Workshop.Checks;

/// <summary>A terminal that counts writes, and lets the check do something in the middle of one.</summary>
internal sealed class BusyTerminal : ITerminal
{
    private int _writes;
    private int _writing;
    private Action? _next;

    public int Width => 40;

    public bool IsColoured => false;

    /// <summary>How many there were.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>Whether one began before another had ended.</summary>
    public bool WereTwoAtOnce { get; private set; }

    /// <summary>What to do during the next write.</summary>
    public Action? Next
    {
        set => _next = value;
    }

    public void Write(string text)
    {
        WereTwoAtOnce |= Interlocked.Increment(ref _writing) > 1;
        Interlocked.Increment(ref _writes);
        Interlocked.Exchange(ref _next, null)?.Invoke();
        Interlocked.Decrement(ref _writing);
    }

    public Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
