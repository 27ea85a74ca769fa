namespace Workshop.Errors;

/// <summary>How many streams may be open at the same time. A stream is as slow as its client, and holds a batch or a part of a page.
/// </summary>
internal sealed class OpenStreams(UsersOptions options)
{
    private int _count;

    /// <summary>Takes a place, until the result is disposed.</summary>
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED: there is none.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref _count) > options.MaxStreams)
        {
            Interlocked.Decrement(ref _count);
            throw UserErrors.TooManyStreams(options.MaxStreams);
        }

        return new Place(this);
    }

    private sealed class Place(OpenStreams streams) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref streams._count);
    }
}
