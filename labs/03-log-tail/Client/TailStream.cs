using System.Runtime.CompilerServices;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Opens streams of log entries, and notices when one is dead.</summary>
internal sealed class TailStream(LogService.LogServiceClient client, Metadata headers)
{
    private const int HeartbeatsMissed = 3;

    // Until the server says how often its heart beats.
    private static readonly TimeSpan FirstLimit = TimeSpan.FromSeconds(30);

    /// <summary>Reads one stream to its end.</summary>
    /// <exception cref="RpcException">How it ended. UNAVAILABLE also where nothing came for too long: a connection can be
    /// cut so that neither side is told.</exception>
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

            // The time that we take ourselves is not the server's silence.
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
            var message = call.ResponseStream.Current;
            limit = message.CaughtUp?.HeartbeatInterval is { } interval ? interval.ToTimeSpan() * HeartbeatsMissed : limit;
            yield return message;
        }
    }
}
