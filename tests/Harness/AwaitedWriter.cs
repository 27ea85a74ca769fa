using System.Text;

namespace Workshop.Harness;

/// <summary>What a command prints. It notices a write for which nobody waits: such a line may be lost, or come behind a later
/// one.</summary>
internal sealed class AwaitedWriter : TextWriter
{
    // A program that awaits waits that long. One that does not has gone on by then: its first write takes longest, because the code that
    // goes on is compiled then.
    private const int Turns = 200;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(8);

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private int _writes;
    private int _pending;
    private bool _hasOverlapped;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Whether each write so far had ended before the next one began, and the last one has.</summary>
    public bool IsAwaited => !_hasOverlapped && Volatile.Read(ref _pending) == 0;

    public override void Write(char value) => Write($"{value}");

    public override void Write(string? value)
    {
        lock (_lock)
        {
            _text.Append(value);
        }
    }

    public override async Task WriteAsync(string? value)
    {
        _hasOverlapped |= Interlocked.Increment(ref _pending) > 1;
        if (Interlocked.Increment(ref _writes) == 1)
        {
            await Task.Delay(First);
        }

        for (var turn = 0; turn < Turns; turn++)
        {
            await Task.Yield();
        }

        Write(value);
        Interlocked.Decrement(ref _pending);
    }

    public override Task WriteLineAsync(string? value) => WriteAsync($"{value}{NewLine}");

    public override string ToString()
    {
        lock (_lock)
        {
            return _text.ToString();
        }
    }
}
