namespace Workshop.Checks;

/// <summary>Lines of a user who thinks before each of them.</summary>
/// <param name="lines">The lines, each with what the user waits for. Behind the last one nothing comes, and the user stays.</param>
internal sealed class SlowInput(params (Task After, string Line)[] lines) : TextReader
{
    // Longer than any check: the client must not wait for it.
    private static readonly TimeSpan Thought = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _over = new();
    private int _next;

    public override string? ReadLine()
    {
        if (_next == lines.Length)
        {
            _over.Token.WaitHandle.WaitOne(Thought);
            return null;
        }

        var (after, line) = lines[_next++];
        return after.Wait(Thought) ? line : null;
    }

    protected override void Dispose(bool disposing)
    {
        _over.Cancel();
        base.Dispose(disposing);
    }
}
