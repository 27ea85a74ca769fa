namespace Grpc.Core;

/// <summary>A call in progress with a stream of requests and a stream of responses.</summary>
/// <remarks>Neither stream waits for the other, unless the service says so.</remarks>
public sealed class AsyncDuplexStreamingCall<TRequest, TResponse> : IDisposable
{
    private readonly CallHandle _handle;

    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        _handle = new CallHandle(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <param name="requestStream">Takes the requests.</param>
    /// <param name="responseStream">Gives the responses.</param>
    /// <param name="responseHeadersAsync">Asked each time that <see cref="ResponseHeadersAsync"/> is read.</param>
    /// <param name="getStatusFunc">Gives the status of a finished call.</param>
    /// <param name="getTrailersFunc">Gives the trailers of a finished call.</param>
    /// <param name="disposeAction">Ends the call.</param>
    /// <param name="state">Handed to each of the functions, so that they need no closure.</param>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        _handle = new CallHandle(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    /// <summary>Takes the requests. Complete it, or the server waits for more.</summary>
    public IClientStreamWriter<TRequest> RequestStream { get; }

    /// <summary>Completes when the server's headers arrive, at the latest with the first response.</summary>
    public Task<Metadata> ResponseHeadersAsync => _handle.ResponseHeadersAsync;

    /// <summary>The status of the call, once it has finished.</summary>
    /// <exception cref="InvalidOperationException">The call is still in progress.</exception>
    public Status GetStatus() => _handle.GetStatus();

    /// <summary>The trailers of the call, once it has finished.</summary>
    /// <exception cref="InvalidOperationException">The call is still in progress.</exception>
    public Metadata GetTrailers() => _handle.GetTrailers();

    /// <summary>Releases the call; one that is still in progress is cancelled.</summary>
    /// <remarks>Needed where the response stream is not read to its end.</remarks>
    public void Dispose() => _handle.Dispose();
}
