using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>Loops that wait until the check, or their token, ends them.</summary>
internal sealed class WaitingLoops(LabCheck check)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _sending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says by a cancellation of its own that the client has gone.</summary>
    public static async Task GoneAsync(CancellationToken stop)
    {
        await Task.Yield();
        throw new OperationCanceledException("The client has gone.");
    }

    /// <summary>Ends at once.</summary>
    public Task EndAsync(CancellationToken stop)
    {
        _ended.SetResult();
        return Task.CompletedTask;
    }

    /// <summary>Fails when the check says so.</summary>
    public Task FailLaterAsync(CancellationToken stop) => _sending.Task;

    /// <summary>Lets that one fail, after the other one has ended.</summary>
    public async Task FailAsync()
    {
        await check.HappensAsync(_ended.Task);
        _sending.SetException(new InvalidDataException("the writing loop"));
    }

    /// <summary>Waits until it is cancelled, or for too long.</summary>
    public Task WaitAsync(CancellationToken stop) => Task.Delay(check.Patience, stop);

    /// <summary>The same, and notes which of the two it was.</summary>
    public async Task WaitForCancelAsync(CancellationToken stop)
    {
        try
        {
            await WaitAsync(stop);
        }
        finally
        {
            _waiting.TrySetResult(stop.IsCancellationRequested);
        }
    }

    /// <summary>Whether that one was cancelled. Whoever does not wait for its end is told so by another check.</summary>
    public async Task<bool> WasCancelledAsync() => await check.HappensAsync(_waiting.Task) && await _waiting.Task;
}
