using System.Diagnostics;

namespace Workshop.Harness;

/// <summary>How long a check waits for what comes at once, if it comes.</summary>
/// <remarks>Once a check has waited that long in vain and failed, the others of its run wait less: a student waits for them all, and what
/// holds one up often holds up others.</remarks>
internal sealed class Patience(CheckIdentity check)
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan AfterTheFirst = TimeSpan.FromSeconds(2);

    // The verdict is known.
    private static readonly TimeSpan OfAStub = TimeSpan.FromMilliseconds(100);

    // A process may run several programs, one after the other, each from a folder of its own.
    private static volatile string _lostWith = "";

    // The program is read for it.
    private readonly Lazy<bool> _isOfAStub = new(() => Stub.Stands(check));

    private long? _lastWait;

    /// <summary>How long the wait that begins now may take.</summary>
    public TimeSpan OfAWait()
    {
        _lastWait = Stopwatch.GetTimestamp();
        return _isOfAStub.Value ? OfAStub : _lostWith == check.GradedAssembly ? AfterTheFirst : Whole;
    }

    /// <summary>The check has failed. What failed after a wait that took less was not waited for in vain.</summary>
    public void Fail()
    {
        // Timers may be early by some milliseconds.
        if (_lastWait is { } begun && Stopwatch.GetElapsedTime(begun) >= Whole * 0.95)
        {
            _lostWith = check.GradedAssembly;
        }
    }
}
