using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Workshop.Harness;

/// <summary>Watches how far the lab's server reads the streams of its clients. A server that asks for the next message has
/// handled the one before: no check need wait some time and hope.</summary>
public sealed class ServerReads : Interceptor
{
    private readonly Lock _lock = new();
    private readonly List<Reading> _calls = [];

    /// <summary>How many calls with a stream of requests have reached the server.</summary>
    public int Calls
    {
        get
        {
            lock (_lock)
            {
                return _calls.Count;
            }
        }
    }

    /// <summary>Whether the server has handled so many messages of a call, or has ended it.</summary>
    /// <param name="call">Which of the calls with a stream of requests, in the order in which they reached the server, from 1.</param>
    /// <param name="messages">How many messages.</param>
    public bool HasHandled(int call, int messages)
    {
        lock (_lock)
        {
            return call <= _calls.Count && (_calls[call - 1].HasEnded || _calls[call - 1].Asked > messages);
        }
    }

    /// <summary>Whether the server has ended a call.</summary>
    public bool HasEnded(int call)
    {
        lock (_lock)
        {
            return call <= _calls.Count && _calls[call - 1].HasEnded;
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var reading = new Reading();
        lock (_lock)
        {
            _calls.Add(reading);
        }

        try
        {
            return await continuation(new Reader<TRequest>(requestStream, reading), context);
        }
        finally
        {
            reading.HasEnded = true;
        }
    }

    private sealed class Reading
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public volatile bool HasEnded;

        public void Ask() => Interlocked.Increment(ref _asked);
    }

    private sealed class Reader<T>(IAsyncStreamReader<T> inner, Reading reading) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            reading.Ask();
            return inner.MoveNext(cancellationToken);
        }
    }
}
