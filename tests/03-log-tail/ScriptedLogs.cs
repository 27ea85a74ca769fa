using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.Logs.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Checks;

/// <summary>The server for the checks of the client: the source in the request decides how it behaves.</summary>
internal sealed class ScriptedLogs : LogService.LogServiceBase
{
    public const string Members = "Members";
    public const string Token = "tea";
    public const string Paced = "Paced";
    public const string Cut = "Cut";
    public const string Unlucky = "Unlucky";
    public const string Silent = "Silent";
    public const string Reason = "the connection was cut";
    public const string Refused = "Refused";
    public const string FirstText = "breakfast";

    private const string Later = "s.3-later";

    private static readonly ErrorDomain Errors = new("checks.workshop.example");
    private static readonly Duration Interval = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(10));

    // The client obeys it: nobody must wait for a check.
    private static readonly RetryInfo AtOnce = new() { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(1)) };

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private static readonly string[] Texts = [FirstText, "lunch", "tea", "dinner"];

    private int _calls;

    /// <summary>Completed by the check when the first text was printed.</summary>
    public TaskCompletionSource FirstPrinted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether that was before the stream went on.</summary>
    public bool WasPrintedAtOnce { get; private set; }

    public override async Task StreamLogs(
        StreamLogsRequest request, IServerStreamWriter<StreamLogsResponse> responseStream, ServerCallContext context)
    {
        var isFirst = ++_calls == 1;
        switch (request.SourcePrefix)
        {
            case Members when context.RequestHeaders.GetValue("authorization") != $"Bearer {Token}":
                throw new RpcException(new Grpc.Core.Status(StatusCode.Unauthenticated, "there is no token"));
            case Members:
                await SendAsync(
                    responseStream,
                    Entry(0),
                    new StreamLogsResponse { Cursor = Cursor(1), Gap = new Gap { Reason = Gap.Types.Reason.SlowReader, Dropped = 7 } },
                    Entry(1));
                break;
            case Paced:
                await SendAsync(responseStream, Entry(0));
                await Task.WhenAny(FirstPrinted.Task, Task.Delay(LongestPause, context.CancellationToken));
                WasPrintedAtOnce = FirstPrinted.Task.IsCompleted;
                await SendAsync(responseStream, Entry(1), Entry(2));
                break;
            // All have one time: only a cursor can tell them apart.
            case Cut when isFirst:
                await SendAsync(responseStream, Entry(0), Entry(1));
                throw Failure();
            case Cut when request.AfterCursor == Cursor(1):
                await SendAsync(responseStream, Entry(2));
                throw Failure();
            // A position behind the last entry.
            case Cut when request.AfterCursor == Cursor(2):
                await SendAsync(responseStream, new StreamLogsResponse { Cursor = Later, Heartbeat = new Heartbeat() });
                throw Failure();
            case Cut when request.AfterCursor == Later:
                await SendAsync(responseStream, Entry(3));
                break;
            case Cut:
                await SendAsync(responseStream, [.. Texts.Select((_, index) => Entry(index))]);
                break;
            case Unlucky when isFirst:
                await SendAsync(responseStream, Entry(0), Entry(1));
                throw Failure();
            case Unlucky:
                throw Failure();
            case Silent when isFirst:
                await SendAsync(
                    responseStream, new StreamLogsResponse { Cursor = "s.0", CaughtUp = new CaughtUp { HeartbeatInterval = Interval } });
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                break;
            case Silent:
                await SendAsync(responseStream, Entry(0), Entry(1));
                break;
            case Refused:
                throw Errors.InvalidArgument("REFUSED", "contains", "this server wants another request");
            default:
                throw new RpcException(new Grpc.Core.Status(StatusCode.InvalidArgument, $"There is no script for {request.SourcePrefix}."));
        }
    }

    // In one packet: a client that does not wait for its printer has the next message at once.
    private static async Task SendAsync(IServerStreamWriter<StreamLogsResponse> stream, params StreamLogsResponse[] messages)
    {
        foreach (var (index, message) in messages.Index())
        {
            stream.WriteOptions = new WriteOptions(index < messages.Length - 1 ? WriteFlags.BufferHint : 0);
            await stream.WriteAsync(message);
        }
    }

    private static string Cursor(int index) => $"s.{index + 1}";

    private static StreamLogsResponse Entry(int index) => new()
    {
        Cursor = Cursor(index),
        Entry = new LogEntry
        {
            Timestamp = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            Level = Level.Information,
            Source = "Shop",
            Message = Texts[index],
        },
    };

    private static RpcException Failure() => Errors.Error(StatusCode.Unavailable, "CUT", Reason, null, AtOnce);
}
