namespace Grpc.Core;

/// <summary>What the four call types share: headers, status, trailers and the end of the call.</summary>
/// <remarks>
/// A client that makes many calls passes static functions and a state, and pays for no closure. The simpler form,
/// for test doubles, is brought into that one. Nothing is checked for null: a test double leaves out what is not asked.
/// </remarks>
internal readonly struct CallHandle(
    Func<object, Task<Metadata>> responseHeadersAsync,
    Func<object, Status> getStatus,
    Func<object, Metadata> getTrailers,
    Action<object> dispose,
    object state)
{
    public CallHandle(
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatus,
        Func<Metadata> getTrailers,
        Action dispose)
        : this(
            static state => ((Parts)state).ResponseHeadersAsync,
            static state => ((Parts)state).GetStatus(),
            static state => ((Parts)state).GetTrailers(),
            static state => ((Parts)state).Dispose(),
            new Parts(responseHeadersAsync, getStatus, getTrailers, dispose))
    {
    }

    public Task<Metadata> ResponseHeadersAsync => responseHeadersAsync(state);

    public Status GetStatus() => getStatus(state);

    public Metadata GetTrailers() => getTrailers(state);

    public void Dispose() => dispose(state);

    private sealed record Parts(
        Task<Metadata> ResponseHeadersAsync,
        Func<Status> GetStatus,
        Func<Metadata> GetTrailers,
        Action Dispose);
}
