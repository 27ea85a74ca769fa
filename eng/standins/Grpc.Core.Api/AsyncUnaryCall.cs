using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>A call in progress with one request and one response. Awaiting it gives the response.</summary>
public sealed class AsyncUnaryCall<TResponse> : IDisposable
{
    private readonly CallHandle _handle;

    public AsyncUnaryCall(
        Task<TResponse> responseAsync,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        ResponseAsync = responseAsync;
        _handle = new CallHandle(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <param name="responseAsync">Completes with the response.</param>
    /// <param name="responseHeadersAsync">Asked each time that <see cref="ResponseHeadersAsync"/> is read.</param>
    /// <param name="getStatusFunc">Gives the status of a finished call.</param>
    /// <param name="getTrailersFunc">Gives the trailers of a finished call.</param>
    /// <param name="disposeAction">Ends the call.</param>
    /// <param name="state">Handed to each of the functions, so that they need no closure.</param>
    public AsyncUnaryCall(
        Task<TResponse> responseAsync,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        ResponseAsync = responseAsync;
        _handle = new CallHandle(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    /// <summary>Completes with the response, or fails with an <see cref="RpcException"/>.</summary>
    public Task<TResponse> ResponseAsync { get; }

    /// <summary>Completes when the server's headers arrive, at the latest with the response.</summary>
    public Task<Metadata> ResponseHeadersAsync => _handle.ResponseHeadersAsync;

    public TaskAwaiter<TResponse> GetAwaiter() => ResponseAsync.GetAwaiter();

    public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) =>
        ResponseAsync.ConfigureAwait(continueOnCapturedContext);

    /// <summary>The status of the call, once it has finished.</summary>
    /// <exception cref="InvalidOperationException">The call is still in progress.</exception>
    public Status GetStatus() => _handle.GetStatus();

    /// <summary>The trailers of the call, once it has finished.</summary>
    /// <exception cref="InvalidOperationException">The call is still in progress.</exception>
    public Metadata GetTrailers() => _handle.GetTrailers();

    /// <summary>Releases the call; one that is still in progress is cancelled.</summary>
    /// <remarks>Not needed after the response was awaited.</remarks>
    public void Dispose() => _handle.Dispose();
}
