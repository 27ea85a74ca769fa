using System.Runtime.CompilerServices;

namespace Grpc.Core;

public static class AsyncStreamReaderExtensions
{
    /// <summary>Reads a stream to its end, for <c>await foreach</c>.</summary>
    /// <param name="streamReader">The stream, which can be read once.</param>
    /// <param name="cancellationToken">On a client, cancels the whole call and not only the wait.</param>
    public static IAsyncEnumerable<T> ReadAllAsync<T>(
        this IAsyncStreamReader<T> streamReader, CancellationToken cancellationToken = default)
    {
        // Checked here, because the body of an iterator runs only when it is read.
        ArgumentNullException.ThrowIfNull(streamReader);
        return ReadToEndAsync(streamReader, cancellationToken);
    }

    private static async IAsyncEnumerable<T> ReadToEndAsync<T>(
        IAsyncStreamReader<T> streamReader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A library does not come back to its caller's synchronization context: a caller that blocks that context until
        // the stream has ended would wait for ever.
        while (await streamReader.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            yield return streamReader.Current;
        }
    }
}
