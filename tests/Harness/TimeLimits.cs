using System.Globalization;

namespace Workshop.Harness;

/// <summary>Ends what takes too long, and words what went wrong.</summary>
internal sealed class TimeLimits(Transcript transcript, CheckReport report)
{
    // What holds one check up holds up others. Once one has waited in vain, the others of this run wait less: a student waits for them all.
    // Longer than LabCheck.Patience, because whoever waits that long knows more of what is wrong.
    private static readonly TimeSpan AfterTheFirst = TimeSpan.FromSeconds(6);

    private static volatile bool _isReached;

    /// <summary>How long a server may take to stop: not long where calls hang already.</summary>
    public static TimeSpan Stop => _isReached ? TimeSpan.FromMilliseconds(250) : LabCheck.Limit / 2;

    /// <summary>Waits for something that may not come about.</summary>
    /// <returns>Whether it has.</returns>
    public static async Task<bool> HappensAsync(Task something, TimeSpan patience)
    {
        try
        {
            await something.WaitAsync(patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Ends what a check has started. A server whose call blocks a thread for ever never ends: then it stays, and the next check
    /// begins.</summary>
    public static async Task TryEndAsync(IAsyncDisposable started)
    {
        try
        {
            await Task.Run(async () => await started.DisposeAsync()).WaitAsync(2 * Stop);
        }
        catch (TimeoutException) when (_isReached)
        {
            // The check has said so.
        }
    }

    /// <summary>Does something that must end in time.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="problem">What to say of it, without a full stop, such as <c>Your server did not start</c>.</param>
    /// <param name="work">What to do.</param>
    /// <exception cref="CheckFailedException">It took longer, or threw.</exception>
    public async Task<T> KeepAsync<T>(TimeSpan limit, string problem, Func<Task<T>> work)
    {
        limit = _isReached && limit > AfterTheFirst ? AfterTheFirst : limit;
        try
        {
            // On a thread of its own: code that blocks for ever must not block the check.
            return await Task.Run(work).WaitAsync(limit);
        }
        catch (Exception exception) when (exception is TimeoutException || transcript.Contains(CallRecorder.LimitReached))
        {
            _isReached = true;
            throw report.TimedOut(string.Create(CultureInfo.InvariantCulture, $"{problem} within {limit.TotalSeconds:0.#} s."));
        }
        catch (Exception exception) when (exception is not CheckFailedException)
        {
            throw report.Threw(problem, exception);
        }
    }
}
