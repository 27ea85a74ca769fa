using Grpc.Core;

namespace Workshop.Harness;

/// <summary>Writes each message that a peer server reads from a client's stream to the transcript, and the half-close.
/// </summary>
internal sealed class PeerReader<T>(IAsyncStreamReader<T> inner, Transcript transcript) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        var more = await inner.MoveNext(cancellationToken);
        transcript.Add("peer saw", more ? MessageJson.Of(inner.Current) : "half-close");
        return more;
    }
}
