using Google.Protobuf;
using Grpc.Core;

namespace Workshop.Chat;

/// <summary>The messages of a client's stream, one after the other.</summary>
public sealed class IncomingMessages<T>(IAsyncStreamReader<T> stream)
{
    /// <summary>The last message.</summary>
    public T Current => stream.Current;

    /// <summary>Waits for the next message.</summary>
    /// <returns>False: the client has closed its side, and nothing follows.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the client is gone.</exception>
    /// <exception cref="RpcException">INVALID_ARGUMENT: the message cannot be parsed. RESOURCE_EXHAUSTED: it is too large for gRPC.</exception>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken);
        }
        // The second is what a message throws that says it is compressed, and is not; the third, INTERNAL, one in which the stream ends.
        catch (Exception exception) when (
            exception is InvalidProtocolBufferException or InvalidDataException
            || (exception is RpcException { StatusCode: StatusCode.Internal } && !cancellationToken.IsCancellationRequested))
        {
            throw ChatErrors.MessageUnreadable();
        }
        // The library has several exceptions for it. And a connection that breaks may throw before it cancels the call.
        catch (Exception exception) when (exception is IOException || (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException))
        {
            throw new OperationCanceledException("The stream of the client has ended.", exception, cancellationToken);
        }
    }
}
