namespace Workshop.Runner.Authoring;

/// <summary>How many mistakes run at once. One that needs quiet takes every turn.</summary>
/// <param name="count">How many.</param>
internal sealed class Turns(int count) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(count);

    // Two that wait for every turn would each hold some.
    private readonly SemaphoreSlim _quiet = new(1);

    public async Task<T> TakeAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Works while nobody else has a turn.</summary>
    public async Task<T> TakeAllAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _quiet.WaitAsync(cancellationToken);
        var taken = 0;
        try
        {
            for (; taken < count; taken++)
            {
                await _turns.WaitAsync(cancellationToken);
            }

            return await work();
        }
        finally
        {
            if (taken > 0)
            {
                _turns.Release(taken);
            }

            _quiet.Release();
        }
    }

    public void Dispose()
    {
        _turns.Dispose();
        _quiet.Dispose();
    }
}
