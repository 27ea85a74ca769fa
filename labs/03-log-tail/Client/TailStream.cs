using System.Runtime.CompilerServices;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Opens streams of log entries, and notices when nothing comes any more.</summary>
internal sealed class TailStream(LogService.LogServiceClient client, Metadata headers)
{
    private const int HeartbeatsMissed = 3;

    // Until the server has sent its heartbeat interval.
    private static readonly TimeSpan FirstLimit = TimeSpan.FromSeconds(30);

    /// <summary>Reads one stream to its end.</summary>
    /// <exception cref="RpcException">How it ended. UNAVAILABLE also when nothing came for too long: a connection can
    /// break without any sign.</exception>
    public async IAsyncEnumerable<StreamLogsResponse> ReadAsync(
        StreamLogsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var call = client.StreamLogs(request, headers, cancellationToken: silence.Token);
        var limit = FirstLimit;
        while (true)
        {
            silence.CancelAfter(limit);
            try
            {
                if (!await call.ResponseStream.MoveNext(CancellationToken.None))
                {
                    yield break;
                }
            }
            catch (RpcException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new RpcException(new Status(
                    StatusCode.Unavailable, $"Nothing came for {limit.TotalSeconds:0.###} s, not even a heartbeat."));
            }

            // The time that the caller needs for the message does not count.
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
            var message = call.ResponseStream.Current;
            limit = message.CaughtUp?.HeartbeatInterval is { } interval ? interval.ToTimeSpan() * HeartbeatsMissed : limit;
            yield return message;
        }
    }
}
