using Grpc.Core;

namespace Workshop.Harness;

/// <summary>Writes each message that arrives to the transcript, and how the call ended.</summary>
internal sealed class RecordingReader<T>(IAsyncStreamReader<T> inner, Transcript transcript, Action end)
    : IAsyncStreamReader<T>
{
    private bool _ended;

    public T Current => inner.Current!;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        var more = false;
        try
        {
            more = await inner.MoveNext(cancellationToken);
            if (more)
            {
                transcript.Add("response", MessageJson.Of(inner.Current));
            }

            return more;
        }
        finally
        {
            if (!more && !_ended)
            {
                _ended = true;
                end();
            }
        }
    }
}
