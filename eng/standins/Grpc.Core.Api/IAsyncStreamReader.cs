namespace Grpc.Core;

/// <summary>A stream of messages to read, one after the other.</summary>
/// <remarks>
/// On a client the stream ends without an error only if the call's status is OK; with any other status
/// <see cref="MoveNext"/> fails with an <see cref="RpcException"/>. On a server the stream ends when the client has
/// completed its requests, and reading fails with an <see cref="OperationCanceledException"/> or an
/// <see cref="System.IO.IOException"/> if the call was cancelled or the connection lost.
/// </remarks>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last <see cref="MoveNext"/> found.</summary>
    T Current { get; }

    /// <summary>Waits for the next message. One call at a time.</summary>
    /// <param name="cancellationToken">On a client, cancels the whole call and not only the wait.</param>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
