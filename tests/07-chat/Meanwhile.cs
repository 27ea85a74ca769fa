namespace Workshop.Checks;

/// <summary>Does something on another thread in the middle of something else.</summary>
internal static class Meanwhile
{
    private const int MostLooks = 800;

    // A thread that a lock holds stays held.
    private const int HeldLooks = 10;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>Starts it, and waits until it has ended or waits for a lock.</summary>
    /// <returns>Ends when it has ended.</returns>
    public static Task Do(Action act)
    {
        var end = new TaskCompletionSource();
        var thread = new Thread(() =>
        {
            try
            {
                act();
                end.SetResult();
            }
            catch (Exception problem)
            {
                end.SetException(problem);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        for (var (look, held) = (0, 0); look < MostLooks && held < HeldLooks && !thread.Join(Look); look++)
        {
            held = thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) ? held + 1 : 0;
        }

        return end.Task;
    }
}
