namespace Workshop.Chat;

/// <summary>Reads and writes at the same time.</summary>
public static class TwoLoops
{
    /// <summary>Runs both loops until both have ended. The first fault of one ends the other, too.</summary>
    /// <param name="read">Reads what the client sends. Ends without a fault when the client says goodbye; then the other loop sends the rest.
    /// </param>
    /// <param name="write">Sends events to the client.</param>
    /// <param name="stop">Cancelled when the session shall end.</param>
    /// <exception cref="Exception">The first fault.</exception>
    public static async Task RunAsync(
        Func<CancellationToken, Task> read, Func<CancellationToken, Task> write, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (writing, reading) = (write(end.Token), read(end.Token));
        var first = await Task.WhenAny(reading, writing);
        if (!first.IsCompletedSuccessfully)
        {
            await end.CancelAsync();
        }

        try
        {
            // Neither may go on after the call: its stream belongs to nobody then.
            await Task.WhenAll(reading, writing);
        }
        catch when (!first.IsCompletedSuccessfully)
        {
            // The other one's fault is only that it was cancelled.
            await first;
        }
    }
}
