namespace Workshop.Checks;

/// <summary>Lines of a user who thinks before each of them.</summary>
/// <param name="patience">How long the user waits for anything, and then has gone.</param>
/// <param name="lines">The lines, each with what the user waits for. Behind the last one nothing comes, and the user stays.</param>
internal sealed class SlowInput(TimeSpan patience, params (Task After, string Line)[] lines) : TextReader
{
    private readonly CancellationTokenSource _over = new();
    private int _next;

    /// <summary>Whether the user waited for so long that it has gone.</summary>
    public bool HasGone { get; private set; }

    public override string? ReadLine()
    {
        if (_next == lines.Length)
        {
            HasGone = !_over.Token.WaitHandle.WaitOne(patience);
            return null;
        }

        var (after, line) = lines[_next++];
        HasGone = !after.Wait(patience);
        return HasGone ? null : line;
    }

    protected override void Dispose(bool disposing)
    {
        _over.Cancel();
        base.Dispose(disposing);
    }
}
