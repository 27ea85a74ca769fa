namespace Workshop.Chat;

/// <summary>Ctrl+C: the first time, the user leaves politely; the second time, the program ends at once.</summary>
internal sealed class LeaveKey : IDisposable
{
    private readonly CancellationTokenSource _leave = new();

    public LeaveKey() => Console.CancelKeyPress += Press;

    /// <summary>Cancelled when the user leaves.</summary>
    public CancellationToken Token => _leave.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= Press;
        _leave.Dispose();
    }

    private void Press(object? sender, ConsoleCancelEventArgs key)
    {
        // Cancel: the key does not end the program.
        key.Cancel = !_leave.IsCancellationRequested;
        _leave.Cancel();
    }
}
