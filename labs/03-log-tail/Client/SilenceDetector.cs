using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Ends a stream on which nothing comes any more, not even a heartbeat: a connection can break without any sign.
/// </summary>
internal sealed class SilenceDetector : Interceptor
{
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var silence = CancellationTokenSource.CreateLinkedTokenSource(context.Options.CancellationToken);
        var call = continuation(request, new ClientInterceptorContext<TRequest, TResponse>(
            context.Method, context.Host, context.Options.WithCancellationToken(silence.Token)));
        return new AsyncServerStreamingCall<TResponse>(
            new Reader<TResponse>(call.ResponseStream, silence, context.Options.CancellationToken),
            call.ResponseHeadersAsync,
            call.GetStatus,
            call.GetTrailers,
            () =>
            {
                call.Dispose();
                silence.Dispose();
            });
    }

    private sealed class Reader<T>(IAsyncStreamReader<T> stream, CancellationTokenSource silence, CancellationToken caller)
        : IAsyncStreamReader<T>
    {
        private const int HeartbeatsMissed = 3;

        // In seconds: a day.
        private const long LongestInterval = 24 * 60 * 60;

        // Until the server has sent its heartbeat interval.
        private TimeSpan _limit = TimeSpan.FromSeconds(30);

        public T Current => stream.Current;

        /// <exception cref="RpcException">How the stream ended; UNAVAILABLE also when nothing came for too long.</exception>
        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            silence.CancelAfter(_limit);
            try
            {
                if (!await stream.MoveNext(cancellationToken))
                {
                    return false;
                }
            }
            catch (RpcException) when (silence.IsCancellationRequested && !caller.IsCancellationRequested)
            {
                throw new RpcException(new Status(
                    StatusCode.Unavailable, $"Nothing came for {_limit.TotalSeconds:0.###} s, not even a heartbeat."));
            }

            // The time that the caller needs for the message does not count.
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
            _limit = LimitOf((Current as StreamLogsResponse)?.CaughtUp?.HeartbeatInterval) ?? _limit;
            return true;
        }

        // Null for what is no interval: negative, zero, or longer than any server means it. A server can send all of these.
        private static TimeSpan? LimitOf(Duration? interval) =>
            interval is { Seconds: >= 0 and < LongestInterval, Nanos: >= 0 and < Duration.NanosecondsPerSecond }
            && interval.ToTimeSpan() is { Ticks: > 0 } time
                ? time * HeartbeatsMissed
                : null;
    }
}
