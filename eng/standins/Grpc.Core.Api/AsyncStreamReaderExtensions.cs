namespace Grpc.Core;

public static class AsyncStreamReaderExtensions
{
    /// <summary>Moves to the next message, without a way to cancel the wait.</summary>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return streamReader.MoveNext(CancellationToken.None);
    }
}
