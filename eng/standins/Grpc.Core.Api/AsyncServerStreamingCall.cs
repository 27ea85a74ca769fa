namespace Grpc.Core;

/// <summary>A call in progress with one request and a stream of responses.</summary>
public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
{
    private readonly CallHandle _handle;

    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        ResponseStream = responseStream;
        _handle = new CallHandle(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <param name="responseStream">Gives the responses.</param>
    /// <param name="responseHeadersAsync">Asked each time that <see cref="ResponseHeadersAsync"/> is read.</param>
    /// <param name="getStatusFunc">Gives the status of a finished call.</param>
    /// <param name="getTrailersFunc">Gives the trailers of a finished call.</param>
    /// <param name="disposeAction">Ends the call.</param>
    /// <param name="state">Handed to each of the functions, so that they need no closure.</param>
    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        ResponseStream = responseStream;
        _handle = new CallHandle(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    /// <summary>Completes when the server's headers arrive, at the latest with the first response.</summary>
    public Task<Metadata> ResponseHeadersAsync => _handle.ResponseHeadersAsync;

    /// <summary>The status of the call, once it has finished.</summary>
    /// <exception cref="InvalidOperationException">The call is still in progress.</exception>
    public Status GetStatus() => _handle.GetStatus();

    /// <summary>The trailers of the call, once it has finished.</summary>
    /// <exception cref="InvalidOperationException">The call is still in progress.</exception>
    public Metadata GetTrailers() => _handle.GetTrailers();

    /// <summary>Releases the call; one that is still in progress is cancelled.</summary>
    /// <remarks>Needed where the stream is not read to its end.</remarks>
    public void Dispose() => _handle.Dispose();
}
