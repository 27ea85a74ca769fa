namespace Grpc.Core;

/// <summary>A stream of messages to write, one after the other.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the messages from now on are written; null for the defaults.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message, which must not be null. One write at a time.</summary>
    Task WriteAsync(T message);

    /// <summary>Writes a message, which must not be null. One write at a time.</summary>
    /// <remarks>Grpc.Net.Client and Grpc.AspNetCore support cancellation; other libraries may not.</remarks>
    /// <exception cref="NotSupportedException">
    /// The token can be cancelled, and this library cannot cancel a write.
    /// </exception>
    Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            throw new NotSupportedException(
                "This stream cannot cancel a write. Write without a token, or with CancellationToken.None.");
        }

        return WriteAsync(message);
    }
}
