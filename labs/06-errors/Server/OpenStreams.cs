using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Errors;

/// <summary>How many streams may be open at the same time. A stream is as slow as its client, and holds a batch or a part of a page.
/// </summary>
internal sealed class OpenStreams(UsersOptions options, ShutdownDrain drain, IHostApplicationLifetime lifetime)
{
    private int _count;

    /// <summary>Ends when the server stops, which must not wait for a client.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>Takes a place, until the result is disposed.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: there is none.</exception>
    public IDisposable Enter(ServerCallContext context)
    {
        if (Interlocked.Increment(ref _count) > options.MaxStreams)
        {
            Interlocked.Decrement(ref _count);
            throw UserErrors.TooManyStreams(options.MaxStreams);
        }

        drain.Track(context);
        return new Place(this);
    }

    private sealed class Place(OpenStreams streams) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref streams._count);
    }
}
