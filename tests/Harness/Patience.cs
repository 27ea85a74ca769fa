using System.Diagnostics;

namespace Workshop.Harness;

/// <summary>How long a check waits for what comes at once, if it comes.</summary>
/// <remarks>Once a check has waited that long and failed, the others of its run wait less: a student waits for them all, and what holds
/// one up often holds up others.</remarks>
internal sealed class Patience(CheckIdentity check)
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan AfterTheFirst = TimeSpan.FromSeconds(1.5);

    // The verdict is known.
    private static readonly TimeSpan OfAStub = TimeSpan.FromMilliseconds(100);

    // A process may run several programs, one after the other, each from a folder of its own.
    private static volatile string _lostWith = "";

    private readonly long _begun = Stopwatch.GetTimestamp();

    public TimeSpan Left => Stub.Stands(check) ? OfAStub : _lostWith == check.GradedAssembly ? AfterTheFirst : Whole;

    /// <summary>The check has failed.</summary>
    public void Fail()
    {
        if (Stopwatch.GetElapsedTime(_begun) >= Whole)
        {
            _lostWith = check.GradedAssembly;
        }
    }
}
