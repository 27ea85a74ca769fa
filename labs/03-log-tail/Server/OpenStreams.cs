namespace Workshop.Tail;

/// <summary>Counts the streams that are open, and refuses one too many.</summary>
internal sealed class OpenStreams(TailOptions options)
{
    private int _count;

    /// <summary>How many are open now.</summary>
    public int Count => _count;

    /// <summary>Takes a place.</summary>
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED: there is none.</exception>
    public void Enter()
    {
        if (Interlocked.Increment(ref _count) > options.MaxStreams)
        {
            Leave();
            throw TailErrors.TooManyStreams(options.MaxStreams);
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave() => Interlocked.Decrement(ref _count);
}
